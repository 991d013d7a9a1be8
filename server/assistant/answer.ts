import type { AskedSpan, Facts } from '../../contract/assistant/ask-question.ts';
import type { Asked } from './question.ts';
import { plainHours, shortDate, spansOf } from './words.ts';

/** The answer without a model. */
export function answerOf(asked: Asked | null, { spans, hours }: Facts): string {
  if (!asked) return canAnswer;
  if (asked.kind === 'hours') {
    return hours
      .map(
        ({ name, hours: has, limit, week }) =>
          `${name} has ${plainHours(has)} of ${plainHours(limit)} hours in week ${week}.`,
      )
      .join('\n');
  }
  if (spans.length > 0) return spans.map(lineOf).join('\n');
  return asked.kind === 'gaps'
    ? 'Nothing is open in the next 14 days.'
    : `On ${shortDate(asked.date)} nothing needs to be covered. Ask with a time, as in “14:00 to 16:00”.`;
}

const canAnswer = [
  'I can answer three kinds of question:',
  '“Who can take Friday evening?” (or a date, or 14:00 to 16:00)',
  '“Which gaps are open?” (in the next 14 days)',
  '“How many hours has Cleo?” (this week, or next week)',
].join('\n');

function lineOf({ date, name, gaps, covered_by, candidates }: AskedSpan): string {
  const what = `${shortDate(date)}, ${name}`;
  if (gaps.length === 0)
    return `${what}: covered by ${covered_by.join(' and ') || 'nobody needed'}.`;
  const open = `${what}: ${spansOf(gaps)} is open.`;
  if (candidates.length === 0) return `${open} Nobody is free and within their hours.`;
  const could = candidates.map((one) => `${one.name} (${one.reasons.join('; ')})`);
  return `${open} It could be taken by ${could.join(', then ')}.`;
}
