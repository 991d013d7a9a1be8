import type { AskedSpan, Facts } from '../../contract/assistant/ask-question.ts';
import { findAvailability } from '../availability/module.ts';
import type { Read } from '../platform/scope.ts';
import { coverOf, findCovering, findWindows, shiftsOn, windowsOn } from '../rota/module.ts';
import {
  addDays,
  clockOf,
  dateAt,
  datesBetween,
  gapsIn,
  hoursText,
  mondayOf,
  skippedOn,
  wallMinutes,
  weekOf,
} from '../timeline/module.ts';
import { findColleagues } from './find-colleagues.ts';
import { presentCandidate } from './find-gaps.ts';
import { type Asked, recognise, type Wanted } from './question.ts';
import { type Colleague, rankCandidates } from './rank-candidates.ts';
import { stretchOf } from './uncovered.ts';

const daysAhead = 14;

/** What a question is about and the facts for it; all of the next two weeks when it is not recognised. */
export async function gatherFacts(
  read: Read,
  question: string,
): Promise<{ asked: Asked | null; facts: Facts; names: string[] }> {
  const today = dateAt(read.now, read.tenant.timeZone);
  const last = addDays(today, 366);
  const windows = await findWindows(read, today, last);
  const people = await findColleagues(read, today, addDays(today, daysAhead));
  const known = { today, people, windowsOn: (date: string) => windowsOn(windows, date) };
  const asked = recognise(question, known);
  const names = people.map(({ name }) => name).sort();
  if (asked?.kind === 'hours') {
    const some = people.filter(({ id }) => asked.people.includes(id));
    return { asked, names, facts: { spans: [], hours: hoursOf(some, asked.date) } };
  }
  const ahead = datesBetween(today, addDays(today, daysAhead - 1));
  const wanted =
    asked?.kind === 'who'
      ? asked.spans.map((span) => ({ date: asked.date, ...span }))
      : ahead.flatMap((date) => known.windowsOn(date).map((window) => ({ date, ...window })));
  const spans = await findSpans(read, wanted);
  return {
    asked,
    names,
    facts: {
      spans: asked?.kind === 'gaps' ? spans.filter(({ gaps }) => gaps.length > 0) : spans,
      hours: asked ? [] : hoursOf(people, today),
    },
  };
}

function hoursOf(people: readonly Colleague[], date: string): Facts['hours'] {
  return people.map(({ id, name, weekMinutes, limitMinutes }) => ({
    person: id,
    name,
    week: weekOf(date),
    hours: hoursText(weekMinutes.get(mondayOf(date)) ?? 0),
    limit: hoursText(limitMinutes),
  }));
}

/** Of each span who covers it, what of it is open, and who could take that. */
async function findSpans(
  read: Read,
  wanted: readonly (Wanted & { date: string })[],
): Promise<AskedSpan[]> {
  const dates = wanted.map(({ date }) => date).sort();
  const [from, until] = [dates[0], dates.at(-1)];
  if (!from || !until) return [];
  const [colleagues, available] = await Promise.all([
    findColleagues(read, from, until),
    findAvailability(read),
  ]);
  const cover = coverOf(await findCovering(read, from, addDays(until, 1)));
  const { timeZone } = read.tenant;
  return wanted.map(({ date, name, start_time, end_time }) => {
    const overnight = end_time <= start_time;
    const span = wallMinutes(date, start_time, end_time, overnight);
    const next = overnight ? (cover.get(addDays(date, 1)) ?? []) : [];
    const on = [...shiftsOn(cover, date), ...next].filter(
      ({ at }) => at.from < span.until && at.until > span.from,
    );
    const skipped = skippedOn(date, timeZone);
    const open = gapsIn(span, [...on.map(({ at }) => at), ...(skipped ? [skipped] : [])]);
    const gaps = open.map((gap) => ({
      start_time: clockOf(gap.from),
      end_time: clockOf(gap.until),
    }));
    const stretches = gaps.map((gap) => stretchOf(date, gap.start_time, gap.end_time, timeZone));
    const need = { date, stretches };
    return {
      ...{ date, name, start_time, end_time, gaps },
      covered_by: [...new Set(on.map(({ shift }) => shift.person_name))],
      candidates:
        gaps.length > 0 ? rankCandidates(need, colleagues, available).map(presentCandidate) : [],
    };
  });
}
