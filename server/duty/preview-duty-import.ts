import type { DutyImportRow } from '../../contract/duty/duty-import.ts';
import { previewDutyImport as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, type Refused } from '../platform/problem.ts';
import type { View } from '../platform/scope.ts';
import { decide } from './assign-cells.ts';
import type { Wish } from './cells.ts';
import { findBoard } from './find-board.ts';
import { planImport } from './plan-import.ts';
import { findDutyTypesOf, getRoster } from './roster-store.ts';

/** Says what a file would assign, line by line, by everything that assigning looks at; nothing is written. */
export const previewDutyImport = query(route, async (view, { body }) => {
  const planned = await planImport(view, body);
  const rows = await decided(view, body.roster, planned);
  const bad = rows.filter(isBad).length;
  const standing = rows.filter(({ stands }) => stands).length;
  return { rows, good: rows.length - bad - standing, bad, standing };
});

/** Whether a row can't be read in. */
export function isBad(row: DutyImportRow): boolean {
  return Object.keys(row.errors).length > 0;
}

/** What of the rows is to be assigned: those that are good and do not stand yet. */
export function wishesOf(rows: readonly DutyImportRow[]): { row: DutyImportRow; wish: Wish }[] {
  return rows.flatMap((row) => {
    const { date, duty_type, person } = row;
    if (row.stands || isBad(row) || !date || !duty_type || !person) return [];
    return [{ row, wish: { date, duty_type, person } }];
  });
}

async function decided(view: View, rosterId: string, rows: readonly DutyImportRow[]) {
  const wanted = wishesOf(rows);
  const dates = wanted.map(({ wish }) => wish.date).sort();
  const [from, until] = [dates[0], dates.at(-1)];
  if (!from || !until) return [...rows];
  const roster = found(await getRoster(view, rosterId));
  const types = await findDutyTypesOf(view, [rosterId]);
  const people = wanted.map(({ wish }) => wish.person);
  const board = await findBoard(view, roster, types, { from, until }, people);
  const outcomes = decide(
    board,
    wanted.map(({ wish }) => wish),
  );
  const problems = new Map(
    outcomes.flatMap((outcome, i) =>
      'problem' in outcome && wanted[i] ? [[wanted[i].row, outcome.problem] as const] : [],
    ),
  );
  return rows.map((row) => {
    const problem = problems.get(row);
    return problem ? { ...row, errors: errorOf(problem) } : row;
  });
}

const columns: Readonly<Record<string, string>> = {
  ...{ cell_taken: 'duty', duty_type_inactive: 'duty', sun_unknown: 'date' },
  ...{ person_busy: 'person', person_inactive: 'person', nonexistent_local_time: 'date' },
};

function errorOf({ code, detail, facts }: Refused): Record<string, string[]> {
  const own = facts?.errors as Record<string, string[]> | undefined;
  return own ?? { [columns[code] ?? 'date']: [detail] };
}
