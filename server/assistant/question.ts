import { addDays } from '../timeline/module.ts';

/** What a question is about, as far as it can be told without a model. */
export type Asked =
  | { kind: 'who'; date: string; spans: Wanted[] }
  | { kind: 'gaps' }
  | { kind: 'hours'; people: string[]; date: string };
/** A span that was asked about, by a window's name or by its times. */
export type Wanted = { name: string; start_time: string; end_time: string };

type Known = {
  today: string;
  windowsOn: (date: string) => readonly Wanted[];
  people: readonly { id: string; name: string }[];
};

/** Recognises the three questions that templates answer; null for any other. */
export function recognise(question: string, known: Known): Asked | null {
  const text = ` ${question.toLowerCase().replace(/[?!.,;]+(?=\s|$)/g, ' ')} `;
  if (/\bhours?\b/.test(text)) {
    const people = peopleIn(text, known.people);
    const date = /\bnext week\b/.test(text) ? addDays(known.today, 7) : known.today;
    if (people.length > 0) return { kind: 'hours', people, date };
  }
  const date = dateIn(text, known.today);
  if (date && /\bwho\b/.test(text)) {
    return { kind: 'who', date, spans: spansIn(text, known.windowsOn(date)) };
  }
  return /\b(gaps?|open|uncovered|not covered)\b/.test(text) ? { kind: 'gaps' } : null;
}

/** People whose full name stands in the text; without any, those whose first name does. */
function peopleIn(text: string, people: Known['people']): string[] {
  const named = (nameOf: (name: string) => string) =>
    people.filter(({ name }) => hasWord(text, nameOf(name.toLowerCase()))).map(({ id }) => id);
  const full = named((name) => name);
  return full.length > 0 ? full : named((name) => name.split(' ')[0] ?? name);
}

function hasWord(text: string, word: string): boolean {
  const parts = text.split(word);
  return parts.some(
    (part, i) =>
      i < parts.length - 1 &&
      !/\p{L}$/u.test(part) &&
      !/^\p{L}/u.test(parts[i + 1]?.replace(/^['’]s\b/, '') ?? ''),
  );
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];

/** The date in the text: written out, by its weekday (the next to come, today among them), or in words. */
function dateIn(text: string, today: string): string | null {
  const written = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(text);
  if (written) return dateOf(Number(written[1]), Number(written[2]), Number(written[3]));
  if (/\btomorrow\b/.test(text)) return addDays(today, 1);
  if (/\b(today|tonight)\b/.test(text)) return today;
  const named = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${months.join('|')})\\b`).exec(text);
  if (named) {
    const month = months.indexOf(named[2] as string) + 1;
    const year = Number(today.slice(0, 4));
    const date = dateOf(year, month, Number(named[1]));
    return date && date < today ? dateOf(year + 1, month, Number(named[1])) : date;
  }
  const [, word = ''] =
    /\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b/.exec(
      text,
    ) ?? [];
  if (!word) return null;
  const weekday = weekdays.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1;
  const ahead = (weekday - Temporal.PlainDate.from(today).dayOfWeek + 7) % 7;
  return addDays(today, ahead);
}

function dateOf(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** The windows named, or the times; without either, all windows of the day. */
function spansIn(text: string, windows: readonly Wanted[]): Wanted[] {
  const [from, until] = [...text.matchAll(/\b([01]?\d|2[0-3]):([0-5]\d)\b/g)].map(
    ([, hour = '', minute]) => `${hour.padStart(2, '0')}:${minute}:00`,
  );
  if (from && until && from !== until) {
    const name = `${from.slice(0, 5)}–${until.slice(0, 5)}`;
    return [{ name, start_time: from, end_time: until }];
  }
  if (from) {
    const around = windows.filter((one) => one.start_time <= from && from < one.end_time);
    return around.length > 0 ? around : [anHourFrom(from)];
  }
  const evening = /\btonight\b/.test(text) ? ' evening ' : '';
  const named = windows.filter(({ name }) => hasWord(text + evening, name.toLowerCase()));
  return named.length > 0 ? named : [...windows];
}

function anHourFrom(from: string): Wanted {
  const end = Temporal.PlainTime.from(from).add({ hours: 1 });
  const end_time = end.toString({ smallestUnit: 'second' });
  return { name: `${from.slice(0, 5)}–${end_time.slice(0, 5)}`, start_time: from, end_time };
}
