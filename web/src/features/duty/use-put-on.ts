import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assignDuties } from '../../../../contract/duty/assign-duties.ts';
import { assignDuty } from '../../../../contract/duty/assign-duty.ts';
import type { RosterPerson } from '../../../../contract/duty/list-roster-people.ts';
import { showDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { announce } from '../../ui/announce.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { type DatedCell, standingOf } from './grid-person.ts';
import type { Deed } from './use-undo.ts';

/** Someone who is on the way into some cells: shown there before the server has said so. */
export type OnTheWay = { name: string; cells: ReadonlySet<string> };

export const keyOf = (cell: { date: string; duty_type: string }) =>
  `${cell.date} ${cell.duty_type}`;

type Options = {
  roster: string;
  dutyName: (id: string) => string;
  onDone: (deed: Deed) => void;
  onRefused: (cell: DatedCell, error: unknown) => void;
};

/** Puts someone on one cell or on many; of many, those in which they are free. */
export function usePutOn({ roster, dutyName, onDone, onRefused }: Options) {
  const { t } = useTranslation('duty');
  const [onTheWay, setOnTheWay] = useState<OnTheWay>();
  const refresh = ['duty', 'reminders', 'journal'];
  const one = useAction(assignDuty, { refresh });
  const many = useAction(assignDuties, { refresh });

  const putOnOne = async (person: RosterPerson, cell: DatedCell) => {
    const { date, duty_type } = cell;
    try {
      const assigned = await one.mutateAsync({
        body: { roster, date, duty_type, person: person.person },
      });
      onDone({ assigned: [assigned.id], unlocked: [] });
      announce(
        t('putOn', { name: person.name, duty: dutyName(duty_type), date: showDate(date, 'long') }),
      );
    } catch (error) {
      onRefused(cell, error);
    }
  };
  const putOnMany = async (person: RosterPerson, cells: readonly DatedCell[]) => {
    const wanted = cells.map(({ date, duty_type }) => ({ date, duty_type, person: person.person }));
    try {
      const { assigned, rows } = await many.mutateAsync({
        body: { roster, cells: wanted, partial: true },
      });
      const made = rows.flatMap(({ assignment }) => assignment?.id ?? []);
      if (made.length > 0) onDone({ assigned: made, unlocked: [] });
      const refused = rows.find(({ problem }) => problem)?.problem?.detail;
      notifyDone(
        [t('putOnMany', { name: person.name, count: assigned }), refused].filter(Boolean).join(' '),
      );
    } catch (error) {
      notifyProblem(error);
    }
  };
  const putOn = async (person: RosterPerson, cells: readonly DatedCell[]) => {
    const free = cells.filter((cell) => standingOf(person, cell).is === 'free');
    const [first] = free;
    if (!first) return;
    setOnTheWay({ name: person.name, cells: new Set(free.map(keyOf)) });
    await (free.length === 1 ? putOnOne(person, first) : putOnMany(person, free));
    setOnTheWay(undefined);
  };
  return { onTheWay, putOn };
}
