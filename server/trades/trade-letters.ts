import {
  type CalendarEntry,
  calendarOf,
  entryFacts,
  entryOfSeries,
  type ReservationRow,
} from '../booking/module.ts';
import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import { type Deal, type Leg, turnsOf } from './deal.ts';
import { presentTraded } from './traded.ts';

/** Tells the one who is asked for a trade. */
export async function tellAsked(tx: Tx, entry: string, deal: Deal): Promise<void> {
  await tell(tx, entry, 'trade-asked', deal, deal.legs.slice(1));
}

/** Tells all of a ring that it was found. */
export async function tellProposed(tx: Tx, entry: string, deal: Deal): Promise<void> {
  await tell(tx, entry, 'trade-proposed', deal, deal.legs);
}

/** Tells the admins that a trade waits for them. */
export async function tellAdmins(tx: Tx, entry: string, deal: Deal): Promise<void> {
  const admins = await findAdmins(tx);
  const others = admins.filter((admin) => admin.personId !== tx.by?.personId);
  const data: LetterData = { ...dataOf(tx, deal), turns: turnsOf(deal).map(turnData) };
  await queueMessage(tx, entry, 'trade-agreed', others, data, begins(deal));
}

/**
 * Tells both people of a reservation that changed hands: the new one has it, the old one no more. Each
 * mail brings, or takes out, the entry of their calendar program. `entry`: the journal entry of it.
 */
export async function tellTraded(
  tx: Tx,
  entry: string,
  deal: Deal,
  was: ReservationRow,
  row: ReservationRow,
): Promise<void> {
  const gone = { ...entryFacts(was), status: 'CANCELLED', updated_at: row.updated_at } as const;
  // Who gave an occurrence of a series has the series without it.
  const rest = was.series_id
    ? await entryOfSeries(tx, was.series_id, was)
    : { one: { ...gone, version: row.version } };
  for (const [template, personId, calendar] of [
    ['trade-got', row.person_id, { one: entryFacts(row) }],
    ['trade-given', was.person_id, rest],
  ] as const) {
    const own = turnsOf(deal).find(({ person }) => person.id === personId);
    if (!own?.person.active) continue;
    const data: LetterData = { ...dataOf(tx, deal), turns: [turnData(own)], calendar };
    const recipient = { personId, email: own.person.email };
    await queueMessage(tx, entry, template, [recipient], data, begins(deal));
  }
}

/** Tells all others of a trade that someone said no. */
export async function tellRejected(tx: Tx, entry: string, deal: Deal): Promise<void> {
  const others = deal.legs.filter(({ person }) => person.id !== tx.by?.personId);
  await tell(tx, entry, 'trade-rejected', deal, others);
}

/** Tells the one who was asked that it was taken back. */
export async function tellCancelled(tx: Tx, entry: string, deal: Deal): Promise<void> {
  await tell(tx, entry, 'trade-cancelled', deal, deal.legs.slice(1));
}

/** Tells those who had said yes that it can’t happen any more. */
export async function tellExpired(tx: Tx, entry: string, deal: Deal): Promise<void> {
  const waiting = deal.legs.filter(({ accepted_at }) => accepted_at !== null);
  await tell(tx, entry, 'trade-expired', deal, waiting);
}

async function tell(
  tx: Tx,
  entry: string,
  template: keyof typeof tradeLetters & string,
  deal: Deal,
  legs: readonly Leg[],
): Promise<void> {
  for (const { person } of legs) {
    if (!person.active) continue;
    const own = turnsOf(deal).filter((turn) => turn.person.id === person.id);
    const data: LetterData = { ...dataOf(tx, deal), turns: own.map(turnData) };
    const recipient = { personId: person.id, email: person.email };
    await queueMessage(tx, entry, template, [recipient], data, begins(deal));
  }
}

/** When the first of its reservations begins: nobody hears of it later. */
function begins({ legs }: Deal): string {
  return legs.map(({ gives }) => gives.starts_at).sort()[0] as string;
}

function turnData({ person, gives, gets }: ReturnType<typeof turnsOf>[number]) {
  return { name: person.full_name, gives: presentTraded(gives), gets: presentTraded(gets) };
}

function dataOf(tx: Tx, deal: Deal) {
  return {
    id: deal.id,
    kind: deal.kind,
    asked_by: deal.kind === 'PAIR' ? (deal.legs[0]?.person.full_name ?? '') : '',
    message: deal.message,
    response_message: deal.response_message,
    by: tx.by?.fullName ?? 'Callboard',
  };
}

/** What is kept with a letter about a trade: the turn of who gets it, or all turns for admins. */
export type LetterData = ReturnType<typeof dataOf> & {
  turns: ReturnType<typeof turnData>[];
  calendar?: CalendarEntry;
};

function letter(write: (trade: LetterData, context: LetterContext) => Letter) {
  return (data: Record<string, unknown>, context: LetterContext) =>
    write(data as LetterData, context);
}

function tellCalendar({ calendar }: LetterData, context: LetterContext) {
  return calendar && { calendar: () => calendarOf(calendar, context) };
}

const toTrades = (link: LetterContext['link']) => ({
  label: 'See the trade',
  url: link('/booking/trades'),
});

/** The letters of trades; data is the trade as it stood when the letter was queued. */
export const tradeLetters = {
  'trade-asked': letter((trade, { link }) => ({
    subject: `${trade.asked_by} asks to trade ${first(trade, 'gives')}`,
    opening: `${trade.asked_by} asks to swap a reservation of theirs for one of yours.`,
    facts: facts(trade),
    button: toTrades(link),
  })),
  'trade-proposed': letter((trade, { link }) => ({
    subject: `A trade was found: ${first(trade, 'gets')} for yours`,
    opening:
      'Your wish to trade fits with those of others: each gets what another gives. It happens when all say yes.',
    facts: facts(trade),
    button: toTrades(link),
  })),
  'trade-agreed': letter((trade, { link }) => ({
    subject: `To approve: a trade of ${trade.turns.length} reservations`,
    opening: 'All in it have said yes. It waits for a decision.',
    facts: trade.turns.map(({ name, gets }) => [name, `gets ${whatOf(gets)}`]),
    button: toTrades(link),
  })),
  'trade-got': letter((trade, context) => ({
    subject: `Traded: ${first(trade, 'gets')} is yours`,
    opening: 'The trade is done: you have this reservation now.',
    facts: facts(trade),
    button: { label: 'See my reservations', url: context.link('/booking/mine') },
    ...tellCalendar(trade, context),
  })),
  'trade-given': letter((trade, context) => ({
    subject: `Traded away: ${first(trade, 'gives')}`,
    opening: 'The trade is done: this reservation is someone else’s now.',
    facts: facts(trade),
    button: { label: 'See my reservations', url: context.link('/booking/mine') },
    ...tellCalendar(trade, context),
  })),
  'trade-rejected': letter((trade, { link }) => ({
    subject: `Not traded: ${first(trade, 'gives')} stays yours`,
    opening: 'Someone said no to the trade. Everyone keeps what they have.',
    facts: [
      ...facts(trade),
      ...(trade.response_message ? [['Answer', trade.response_message] as [string, string]] : []),
    ],
    button: toTrades(link),
  })),
  'trade-cancelled': letter((trade, { link }) => ({
    subject: `Taken back: the trade for ${first(trade, 'gives')}`,
    opening: `${trade.asked_by} does not ask for it any more. Your reservation stays yours.`,
    facts: facts(trade),
    button: toTrades(link),
  })),
  'trade-expired': letter((trade, { link }) => ({
    subject: `Expired: the trade of ${first(trade, 'gives')}`,
    opening:
      'A reservation of the trade changed, began or was cancelled. Yours stays yours; ask again if you like.',
    facts: facts(trade),
    button: toTrades(link),
  })),
} satisfies Templates;

// Made once: making a format costs more than all the rest of a letter.
const longDates = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

type Reserved = LetterData['turns'][number]['gives'];

/** `Court 1, Fri, 20 November 2026, 10:00–11:00`. */
function whatOf({ resource_name, date, start_time, end_time }: Reserved): string {
  const day = longDates.format(Temporal.PlainDate.from(date));
  return `${resource_name}, ${day}, ${start_time.slice(0, 5)}–${end_time.slice(0, 5)}`;
}

function first({ turns }: LetterData, side: 'gives' | 'gets'): string {
  const [turn] = turns;
  return turn ? whatOf(turn[side]) : '';
}

function facts({ turns, message }: LetterData): [string, string][] {
  return [
    ...turns.flatMap(({ gives, gets }): [string, string][] => [
      ['Yours until then', whatOf(gives)],
      ['You get', whatOf(gets)],
    ]),
    ...(message ? [['Message', message] as [string, string]] : []),
  ];
}
