import { findAdmins } from '../identity/module.ts';
import { queueMessage, type Recipient } from '../inbox/module.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import type { Deal, Party } from './deal.ts';
import { type OfferFacts, offerFacts } from './offer-event.ts';

/** Tells the one to whom an offer is made; offers to all are on the board. */
export async function tellOffered(tx: Tx, entry: string, deal: Deal): Promise<void> {
  if (deal.to) await tell(tx, entry, 'offer-made', deal, [deal.to]);
}

/** Tells the admins that a taken offer waits for them, but not the one who took it. */
export async function tellTaken(tx: Tx, entry: string, deal: Deal): Promise<void> {
  const admins = await findAdmins(tx);
  const others = admins.filter((admin) => admin.personId !== tx.by?.personId);
  await queueMessage(tx, entry, 'offer-taken', others, letterData(tx, deal), begins(deal));
}

/** Tells both that it is done: who has which shift now. */
export async function tellDone(tx: Tx, entry: string, deal: Deal): Promise<void> {
  await tell(tx, entry, 'offer-done', deal, [deal.owner, deal.taker]);
}

/** Tells both that an admin declined, and why. */
export async function tellDeclined(tx: Tx, entry: string, deal: Deal): Promise<void> {
  await tell(tx, entry, 'offer-declined', deal, [deal.owner, deal.taker]);
}

/** Tells the one who offered that the other said no. */
export async function tellRefused(tx: Tx, entry: string, deal: Deal): Promise<void> {
  await tell(tx, entry, 'offer-refused', deal, [deal.owner]);
}

async function tell(
  tx: Tx,
  entry: string,
  template: keyof typeof offerLetters & string,
  deal: Deal,
  people: (Party | null)[],
): Promise<void> {
  const recipients: Recipient[] = people
    .filter((person) => person?.active === true)
    .map((person) => ({ personId: (person as Party).id, email: (person as Party).email }));
  await queueMessage(tx, entry, template, recipients, letterData(tx, deal), begins(deal));
}

/** When the first of its shifts begins: nobody hears of it later. */
function begins({ shift, exchange }: Deal): string {
  return exchange && exchange.starts_at < shift.starts_at ? exchange.starts_at : shift.starts_at;
}

function letterData(tx: Tx, deal: Deal): LetterData {
  return { ...offerFacts(deal), by: tx.by?.fullName ?? 'Callboard' };
}

/** What is kept with a letter about an offer. */
export type LetterData = OfferFacts & { by: string };

function letter(write: (offer: LetterData, context: LetterContext) => Letter) {
  return (data: Record<string, unknown>, context: LetterContext) =>
    write(data as LetterData, context);
}

/** The letters of offers; data is the offer as it stood when the letter was queued. */
export const offerLetters = {
  'offer-made': letter((offer, { link }) => ({
    subject: `${offer.offered_by_name} offers you ${when(offer.shift)}`,
    opening: offer.exchange_for
      ? `${offer.offered_by_name} offers you a shift in exchange for one of yours.`
      : `${offer.offered_by_name} offers you a shift.`,
    facts: facts(offer),
    button: { label: 'See the offer', url: link('/offers') },
  })),
  'offer-taken': letter((offer, { link }) => ({
    subject: `To approve: ${offer.taken_by_name} takes ${when(offer.shift)}`,
    opening: `${offer.taken_by_name} takes a shift of ${offer.offered_by_name}. It waits for a decision.`,
    facts: facts(offer),
    button: { label: 'Open the offers', url: link('/offers') },
  })),
  'offer-done': letter((offer, { link }) => ({
    subject: `Done: ${offer.taken_by_name} has ${when(offer.shift)}`,
    opening: offer.exchange_for
      ? `${offer.offered_by_name} and ${offer.taken_by_name} have exchanged their shifts.`
      : `${offer.taken_by_name} has taken the shift of ${offer.offered_by_name}.`,
    facts: facts(offer),
    button: { label: 'See my schedule', url: link('/my-schedule') },
  })),
  'offer-declined': letter((offer, { link }) => ({
    subject: `Declined: ${when(offer.shift)} stays with ${offer.offered_by_name}`,
    opening: `${offer.by} declined that the shift changes hands. Everyone keeps what they had.`,
    facts: [...facts(offer), ['Reason', offer.reason]],
    button: { label: 'See my schedule', url: link('/my-schedule') },
  })),
  'offer-refused': letter((offer, { link }) => ({
    subject: `${offer.by} does not take ${when(offer.shift)}`,
    opening:
      offer.state === 'OPEN'
        ? `${offer.by} gave back what they took. The shift is still yours, and on offer.`
        : `${offer.by} said no to your offer. The shift is still yours.`,
    facts: facts(offer),
    button: { label: 'See my offers', url: link('/offers') },
  })),
} satisfies Templates;

type Times = Pick<OfferFacts['shift'], 'date' | 'start_time' | 'end_time' | 'overnight'>;

// Made once: making a format costs more than all the rest of a letter.
const longDates = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

function when({ date, start_time: start, end_time: end, overnight }: Times): string {
  const times = `${start.slice(0, 5)}–${end.slice(0, 5)}${overnight ? ' (next day)' : ''}`;
  return `${longDates.format(Temporal.PlainDate.from(date))}, ${times}`;
}

function facts(offer: LetterData): [string, string][] {
  const { shift, exchange_for: exchange } = offer;
  return [
    ['Shift', `${when(shift)} (${shift.duration_hours} hours)`],
    ...(exchange ? ([['In exchange for', when(exchange)]] as [string, string][]) : []),
    ['Period', shift.schedule_period_name],
    ...(offer.message ? ([['Message', offer.message]] as [string, string][]) : []),
  ];
}
