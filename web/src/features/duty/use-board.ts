import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyAssignment } from '../../../../contract/duty/duty-assignment.ts';
import type { Grid } from '../../../../contract/duty/grid.ts';
import {
  listRosterPeople,
  type RosterPerson,
} from '../../../../contract/duty/list-roster-people.ts';
import { readGrid } from '../../../../contract/duty/read-grid.ts';
import { isRefusal, sentenceOf } from '../../lib/problem.ts';
import { queryClient, queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { announce } from '../../ui/announce.tsx';
import type { DatedCell } from './grid-person.ts';
import type { Place } from './grid-place.ts';
import type { Move } from './move-duty.tsx';
import { useGridSelection } from './use-grid-selection.ts';
import { useProposal } from './use-proposal.ts';
import { keyOf, usePutOn } from './use-put-on.ts';
import { useSayStanding } from './use-say-standing.ts';
import { type Deed, useUndo } from './use-undo.ts';

/** What is said at a cell: why something was not done there. */
export type Notice = { key: string; sentence: string };
/** Who is being dragged; `from` is the assignment that they are dragged out of. */
export type Carried = { person: string; from?: DutyAssignment };
export type Board = ReturnType<typeof useBoard>;

export const BoardContext = createContext<Board | undefined>(undefined);

/** The board that the component is a part of. */
export function useTheBoard(): Board {
  const board = use(BoardContext);
  if (!board) throw new Error('useTheBoard');
  return board;
}

/** A roster's grid as one works on it: which cells, who is held, what is done and can be undone. */
export function useBoard(grid: Grid) {
  const me = useMe().id;
  const { t } = useTranslation('duty');
  const sayStanding = useSayStanding();
  const whoWasFirst = useWhoWasFirst(grid.roster.id, me);
  const people = useRosterPeople(grid);
  const rows = useMemo(
    () => grid.rows.map(({ date, cells }) => cells.map((cell) => ({ ...cell, date }))),
    [grid],
  );
  const size = { rows: rows.length, columns: grid.duty_types.length };
  const selection = useGridSelection(size, startOf(grid));
  const [editing, setEditing] = useState<{ typed: string }>();
  const [held, hold] = useState<string>();
  const [carried, carry] = useState<Carried>();
  const [notice, setNotice] = useState<Notice>();
  const [unlocking, setUnlocking] = useState<readonly DutyAssignment[]>([]);
  const [moving, setMoving] = useState<Move>();
  const undo = useUndo();

  const dutyName = (id: string) => grid.duty_types.find((one) => one.id === id)?.name ?? '';
  const cellAt = ({ row, column }: Place): DatedCell | undefined => rows[row]?.[column];
  const cells = selection.places.flatMap((place) => cellAt(place) ?? []);
  const say = (cell: DatedCell, sentence: string) => {
    setNotice({ key: keyOf(cell), sentence });
    announce(sentence);
  };
  const { onTheWay, putOn } = usePutOn({
    roster: grid.roster.id,
    dutyName,
    onDone: undo.did,
    onRefused: async (cell, error) =>
      say(cell, (await whoWasFirst(cell, error)) ?? sentenceOf(error)),
  });
  /** Puts someone on some cells: into free ones at once, in place of who is locked in with a reason. */
  const give = (person: RosterPerson, wanted: readonly DatedCell[]) => {
    const [only] = wanted;
    if (!only) return;
    const standing = sayStanding(person, wanted);
    if (standing.free > 0) return void putOn(person, wanted);
    const [standsThere] = only.assignments;
    if (wanted.length === 1 && standing.is === 'full' && standsThere && only.people === 1) {
      return setMoving({ from: standsThere, person });
    }
    say(only, standing.sentence);
  };
  const unlock = () => {
    const standing = cells.flatMap((one) => one.assignments).filter(({ can }) => can.unlock);
    if (standing.length > 0) setUnlocking(standing);
    else announce(t('nobodyThere'));
  };
  const done = (deed: Deed) => {
    undo.did(deed);
    setMoving(undefined);
    setUnlocking([]);
  };
  return {
    ...{ grid, rows, size, people, selection, cells, cellAt, dutyName, me },
    ...{ editing, setEditing, carried, carry, hold },
    held: people.find(({ person }) => person === (carried?.person ?? held)),
    proposal: useProposal(grid, people, undo.did),
    ...{ notice, setNotice, unlocking, setUnlocking, unlock, moving, setMoving },
    ...{ onTheWay, give, done, undo },
  };
}

/** Says who put whom into a cell that was taken when one's own try arrived; after reading the grid again. */
function useWhoWasFirst(roster: string, me: string) {
  const { t } = useTranslation('duty');
  return async (cell: DatedCell, error: unknown) => {
    if (!isRefusal(error, 'cell_taken')) return undefined;
    const { queryKey } = gridQuery(roster);
    await queryClient.refetchQueries({ queryKey });
    const now = queryClient.getQueryData(queryKey)?.rows.find(({ date }) => date === cell.date);
    const inIt = now?.cells.find((one) => one.duty_type === cell.duty_type)?.assignments.at(-1);
    if (!inIt?.assigned_by_name || inIt.assigned_by === me) return undefined;
    return t('firstWas', { by: inIt.assigned_by_name, name: inIt.person_name });
  };
}

export const gridQuery = (roster: string, asOf?: string) =>
  queryOf(readGrid, { query: { roster, as_of: asOf } });

const nobody: readonly RosterPerson[] = [];

/** Everyone who can be put on, with what keeps them; nobody for who may not put anyone on. */
function useRosterPeople(grid: Grid): readonly RosterPerson[] {
  const found = useQuery({
    ...queryOf(listRosterPeople, { params: { id: grid.roster.id } }),
    enabled: grid.can.assign && grid.as_of === null,
  });
  return found.data ?? nobody;
}

function startOf({ rows }: Grid): Place {
  return {
    row: Math.max(
      0,
      rows.findIndex(({ is_past }) => !is_past),
    ),
    column: 0,
  };
}
