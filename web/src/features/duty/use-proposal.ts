import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assignDuties } from '../../../../contract/duty/assign-duties.ts';
import { autoFill } from '../../../../contract/duty/auto-fill.ts';
import type { Grid } from '../../../../contract/duty/grid.ts';
import type { RosterPerson } from '../../../../contract/duty/list-roster-people.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import type { Ghost } from './duty-cell.tsx';
import { keyOf } from './use-put-on.ts';
import type { Deed } from './use-undo.ts';

type Proposed = Answer<typeof autoFill>['cells'][number];
const noGhosts: readonly Ghost[] = [];

/** Who could have the empty cells, shown in them as ghosts; nothing is written before it is accepted. */
export function useProposal(
  grid: Grid,
  people: readonly RosterPerson[],
  onDone: (deed: Deed) => void,
) {
  const { t } = useTranslation('duty');
  const [left, setLeft] = useState<readonly Proposed[]>();
  const propose = useAction(autoFill, {
    refresh: [],
    onSuccess: ({ cells }) => setLeft(cells),
    onError: notifyProblem,
  });
  const assign = useAction(assignDuties, {
    refresh: ['duty', 'reminders', 'journal'],
    onError: notifyProblem,
  });
  const ghosts = useMemo(() => {
    const byCell = Map.groupBy(left ?? [], keyOf);
    return new Map([...byCell].map(([key, cells]) => [key, cells.map(ghostOf)]));
  }, [left]);

  const accept = async (some: readonly Proposed[]) => {
    const cells = some.map(({ date, duty_type, person }) => ({ date, duty_type, person }));
    const { assigned, rows } = await assign.mutateAsync({
      body: { roster: grid.roster.id, cells, partial: true },
    });
    onDone({ assigned: rows.flatMap(({ assignment }) => assignment?.id ?? []), unlocked: [] });
    notifyDone(t('accepted', { count: assigned }));
    drop(some);
  };
  const drop = (some: readonly Proposed[]) => {
    const rest = left?.filter((one) => !some.includes(one)) ?? [];
    setLeft(rest.length > 0 ? rest : undefined);
  };
  return {
    /** What is proposed and not decided yet; undefined when nothing is. */
    left,
    unfilled: propose.data?.unfilled ?? [],
    people: propose.data?.people ?? [],
    isEmpty: propose.data?.cells.length === 0,
    isPending: propose.isPending || assign.isPending,
    ghostsIn: (cell: { date: string; duty_type: string }) => ghosts.get(keyOf(cell)) ?? noGhosts,
    propose: () => {
      // Where nobody signed up, whoever is in the directory is asked.
      const signedUp = people.some(({ registered }) => registered);
      const whom = signedUp ? undefined : people.map(({ person }) => person);
      propose.mutate({ body: { roster: grid.roster.id, people: whom } });
    },
    accept: (some: readonly Proposed[]) => void accept(some).catch(() => {}),
    drop,
    close: () => {
      setLeft(undefined);
      propose.reset();
    },
  };
}

const ghostOf = ({ person, person_name, why }: Proposed): Ghost => ({
  person,
  name: person_name,
  why: why.map(({ detail }) => detail).join(' · '),
});
