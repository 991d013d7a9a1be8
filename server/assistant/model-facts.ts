import type { Facts } from '../../contract/assistant/ask-question.ts';
import type { UncoveredWindow } from '../../contract/assistant/gap.ts';
import { shortDate, spansOf } from './words.ts';

type Open = Pick<UncoveredWindow, 'date' | 'name' | 'gaps' | 'candidates'>;

/**
 * All that a model is ever told: dates, windows, who is on, who could be and why, hours, and names.
 * Field by field, so that nothing else can come along; no ids, notes, addresses or numbers of anyone.
 */
export function factsForModel({ spans, hours }: Facts, names: readonly string[]) {
  return {
    windows: spans.map((span) => ({ ...openFacts(span), covered_by: span.covered_by })),
    hours: hours.map(({ name, week, hours, limit }) => ({ name, week, hours, limit })),
    people: names,
  };
}

/** The same of an alert. */
export function gapsForModel(gaps: readonly Open[]) {
  return { windows: gaps.map(openFacts) };
}

function openFacts({ date, name, gaps, candidates }: Open) {
  return {
    date: `${shortDate(date)} (${date})`,
    window: name,
    open: spansOf(gaps),
    candidates: candidates.map((one) => ({ name: one.name, reasons: one.reasons })),
  };
}
