import { invalid, type Refused } from '../platform/problem.ts';
import type { View } from '../platform/scope.ts';
import { datesBetween, dayNumber } from '../timeline/module.ts';
import { type Board, cellKey, placeOf } from './cells.ts';
import type { DutyTypeRow } from './duty-type-store.ts';
import { findBoard } from './find-board.ts';
import type { Slot } from './proposal.ts';
import { findDutyTypesOf, getRoster, type RosterRow } from './roster-store.ts';

/** Which part of a roster is to be filled. */
export type Asked = {
  roster: string;
  start_date?: string;
  end_date?: string;
  duty_types?: string[];
};

/** Its open places that are still ahead, by date and duty, and those that nobody can have on that date. */
export type OpenPlaces = {
  roster: RosterRow;
  types: readonly DutyTypeRow[];
  slots: Slot[];
  shut: { date: string; type: DutyTypeRow; missing: number; why: Refused }[];
};

/** Looks for the places of a roster that need someone. 400 on what the roster does not have. */
export async function findOpenPlaces(view: View, asked: Asked): Promise<OpenPlaces> {
  const roster = await getRoster(view, asked.roster);
  if (!roster) throw invalid({ roster: ['There is no such roster.'] });
  const all = await findDutyTypesOf(view, [roster.id]);
  const unknown = asked.duty_types?.find((id) => !all.some((type) => type.id === id));
  if (unknown) throw invalid({ duty_types: [`There is no such duty in ${roster.name}.`] });
  const types = all.filter(({ id, active }) => active && (asked.duty_types?.includes(id) ?? true));
  const from = later(asked.start_date, roster.start_date);
  const until = earlier(asked.end_date, roster.end_date);
  if (until < from) throw invalid({ end_date: ['The roster has no such dates.'] });
  const board = await findBoard(view, roster, all, { from, until }, []);
  const places: OpenPlaces = { roster, types, slots: [], shut: [] };
  for (const date of datesBetween(from, until)) {
    for (const type of types) addPlaces(places, board, date, type, view.now);
  }
  return places;
}

function addPlaces(
  places: OpenPlaces,
  board: Board,
  date: string,
  type: DutyTypeRow,
  now: Temporal.Instant,
): void {
  const missing = type.people - (board.seated.get(cellKey(date, type.id))?.length ?? 0);
  if (missing <= 0) return;
  const span = placeOf(board, { date, duty_type: type.id });
  if ('code' in span) {
    places.shut.push({ date, type, missing, why: span });
    return;
  }
  const [from, until] = [msOf(span.startsAt), msOf(span.endsAt)];
  if (from <= now.epochMilliseconds) return;
  const slot = { date, duty_type: type.id, day: dayNumber(date), from, until };
  for (let place = 0; place < missing; place += 1) places.slots.push(slot);
}

/** Epoch milliseconds of an instant. */
export function msOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

function later(one = '', other: string): string {
  return one > other ? one : other;
}

function earlier(one = '9999', other: string): string {
  return one < other ? one : other;
}
