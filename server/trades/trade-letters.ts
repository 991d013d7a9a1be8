import type { TradedReservation } from '../../contract/trades/trade.ts';
import { type CalendarEntry, calendarOf } from '../booking/module.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';

/** What is kept with a letter about a trade: the turn of who gets it, or all turns for admins. */
export type LetterData = {
  id: string;
  kind: 'PAIR' | 'CYCLE';
  asked_by: string;
  message: string;
  response_message: string;
  by: string;
  turns: { name: string; gives: TradedReservation; gets: TradedReservation }[];
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

/** `Court 1, Fri, 20 November 2026, 10:00–11:00`. */
function whatOf({ resource_name, date, start_time, end_time }: TradedReservation): string {
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
