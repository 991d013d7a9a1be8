import i18next, { type TFunction } from 'i18next';
import type { ApprovalReason } from '../../../contract/platform/approval.ts';
import { showList, showMinutes, showWeekday } from './format.ts';

// As the server names them: 1 January 2024 was a Monday.
const english = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((date) => english.format(Date.UTC(2024, 0, date)));
const day = (name = '') => showWeekday(weekdays.indexOf(name) + 1);

type Say = (found: readonly string[], t: TFunction<'lib'>) => string;

// What the engine of approval says (server/platform/approval/reasons.ts), one condition each.
const said: readonly (readonly [RegExp, Say])[] = [
  [/it reaches into (\w+) all day/y, ([, name], t) => t('because.allDay', { day: day(name) })],
  [
    /it reaches into (\w+) from ([\d:]+) to ([\d:]+)/y,
    ([, name, from, to], t) => t('because.window', { day: day(name), from, to }),
  ],
  [/it is asked for in that role/y, (_, t) => t('because.role')],
  [
    /it takes (.+?), more than (.+?)(?=, (?:it|they|an) |$)/y,
    ([, much, most], t) => t('because.request', { much: length(much), most: length(most) }),
  ],
  [
    /they would have that (day|week|month) (.+?), more than (.+?)(?=, (?:it|they|an) |$)/y,
    ([, per, much, most], t) => {
      const lengths = { much: length(much), most: length(most) };
      return t(`because.${per as 'day' | 'week' | 'month'}`, lengths);
    },
  ],
  [/it is their first/y, (_, t) => t('because.first')],
  [
    /it costs (.+?), more than (.+?)(?=, (?:it|they|an) |$)/y,
    ([, much, most], t) => t('because.cost', { much, most }),
  ],
  [/an admin decides on each/y, (_, t) => t('because.always')],
];

/** Why an admin decides, in the language of the page; the server's sentence where it is not known. */
export function sayReason({ name, detail }: Pick<ApprovalReason, 'name' | 'detail'>): string {
  if (i18next.language === 'en' || !detail.startsWith(`${name}: `)) return detail;
  const text = detail.slice(name.length + 2).replace(/\.$/, '');
  const t = i18next.getFixedT(null, 'lib');
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const [found, say] = match(text, at);
    if (!found || !say) return detail;
    parts.push(say(found, t));
    at += found[0].length + ', '.length;
  }
  return `${name}: ${showList(parts)}`;
}

function match(text: string, at: number): [RegExpExecArray | null, Say | undefined] {
  for (const [pattern, say] of said) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return [found, say];
  }
  return [null, undefined];
}

/** "2 h 30 min" in the language of the page. */
function length(text = ''): string {
  const [, hours = '0'] = /(\d+) h/.exec(text) ?? [];
  const [, minutes = '0'] = /(\d+) min/.exec(text) ?? [];
  return showMinutes(Number(hours) * 60 + Number(minutes));
}
