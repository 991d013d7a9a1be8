import { queueMessage } from '../inbox/module.ts';
import type { LetterContext, Templates } from '../platform/letter.ts';
import type { ActorTx } from '../platform/scope.ts';
import { hoursText } from '../timeline/module.ts';
import { longDate, times } from './shift-letters.ts';

type Listed = { date: string; start_time: string; end_time: string; overnight: boolean };
/** What is kept with a letter about a period. */
export type PeriodLetterData = {
  period_name: string;
  start_date: string;
  end_date: string;
  finalized_by: string;
  hours: string;
  shifts: Listed[];
  rejected: Listed[];
};

/**
 * Tells everyone with a shift or a request in a period that it is finalized: one letter each, with
 * their shifts and with the requests that were rejected by it.
 */
export async function tellEveryone(
  tx: ActorTx,
  entry: string,
  period: { id: string; name: string; start_date: string; end_date: string },
  rejected: readonly { id: string }[],
): Promise<void> {
  const rows = await findConcerned(tx, period.id);
  const lost = new Set(rejected.map(({ id }) => id));
  const { name: period_name, start_date, end_date } = period;
  await Promise.all(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([personId, theirs]) => {
      const shifts = theirs.filter((row) => row.status === 'APPROVED');
      const data: PeriodLetterData = {
        ...{ period_name, start_date, end_date, finalized_by: tx.by.fullName },
        hours: hoursText(shifts.reduce((sum, row) => sum + row.minutes, 0)),
        shifts: shifts.map(listed),
        rejected: theirs.filter((row) => lost.has(row.id)).map(listed),
      };
      const recipient = { personId, email: theirs[0]?.email as string };
      return queueMessage(tx, entry, 'period-finalized', [recipient], data);
    }),
  );
}

/** Who has or had something in the period, and has not taken it back. */
async function findConcerned(tx: ActorTx, periodId: string) {
  return tx.db
    .selectFrom('shift')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'shift.organisation_id')
        .onRef('person.id', '=', 'shift.person_id'),
    )
    .select(['shift.id', 'shift.person_id', 'person.email', 'shift.status', 'shift.minutes'])
    .select(['shift.date', 'shift.start_time', 'shift.end_time', 'shift.overnight'])
    .where('shift.organisation_id', '=', tx.tenant.id)
    .where('shift.period_id', '=', periodId)
    .where('shift.status', '<>', 'CANCELLED')
    .where('person.active', '=', true)
    .orderBy('shift.date')
    .orderBy('shift.start_time')
    .execute();
}

function listed({ date, start_time, end_time, overnight }: Listed): Listed {
  return { date, start_time, end_time, overnight };
}

/** The letters about periods. */
export const periodLetters = {
  'period-finalized': (data: Record<string, unknown>, { link }: LetterContext) => {
    const period = data as PeriodLetterData;
    const { period_name: name, shifts, rejected } = period;
    return {
      subject: `Finalized: ${name}`,
      opening: `${period.finalized_by} finalized ${name}. Nothing in it changes any more.`,
      facts: [
        ['Period', `${name}, ${longDate(period.start_date)} to ${longDate(period.end_date)}`],
        ['Your shifts', shifts.length === 0 ? 'none' : `${shifts.length}, ${period.hours} hours`],
        ...shifts.map(row),
        ...rejected.map((one): [string, string] => ['Not approved', row(one).join(', ')]),
      ],
      paragraphs:
        rejected.length === 0
          ? []
          : ['What still waited for a decision was not approved, because the period is finalized.'],
      button: { label: 'See my schedule', url: link('/my-schedule') },
    };
  },
} satisfies Templates;

function row(shift: Listed): [string, string] {
  return [longDate(shift.date), times(shift)];
}
