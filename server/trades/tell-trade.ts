import { entryFacts, entryOfSeries, type ReservationRow } from '../booking/module.ts';
import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import type { Tx } from '../platform/scope.ts';
import { type Deal, type Leg, turnsOf } from './deal.ts';
import type { LetterData, tradeLetters } from './trade-letters.ts';
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
