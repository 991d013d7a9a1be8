import type { DutyClash } from '../../contract/duty/duty-assignment.ts';
import type { Refused } from '../platform/problem.ts';
import type { Span } from '../timeline/module.ts';
import { sentenceOf } from './clash.ts';

/** A cell with who is to have it. */
export type Wish = { date: string; duty_type: string; person: string };

/** Who has a seat of a cell. */
export type Seated = {
  id: string;
  date: string;
  duty_type: string;
  seat: number;
  person: string;
  person_name: string;
};

/** All that deciding on cells looks at: pure, so that proposals and writes decide alike. */
export type Board = {
  zone: string;
  roster: { name: string; start_date: string; end_date: string };
  /** The duties of the roster. */
  types: ReadonlyMap<string, { name: string; people: number; active: boolean }>;
  people: ReadonlyMap<string, { name: string; active: boolean }>;
  /** When a duty is done on a date, or why not. */
  spanOf: (dutyType: string, date: string) => Span | Refused;
  /** Who has what; grows as cells are given. */
  seated: Map<string, Seated[]>;
  /** What commits whom; grows as cells are given. */
  busy: Map<string, DutyClash[]>;
};

/** A cell that can be given: which seat, and when it is. */
export type Given = { wish: Wish; seat: number; span: Span };

/** The name of a cell in a board. */
export const cellKey = (date: string, dutyType: string) => `${date} ${dutyType}`;

/** Why nobody at all can be assigned to a cell, or when it is. */
export function placeOf(board: Board, wish: Pick<Wish, 'date' | 'duty_type'>): Span | Refused {
  const type = board.types.get(wish.duty_type);
  if (!type) return wrong('duty_type', `There is no such duty in ${board.roster.name}.`);
  const { start_date, end_date } = board.roster;
  if (wish.date < start_date || wish.date > end_date) {
    return wrong('date', `${board.roster.name} is from ${start_date} to ${end_date}.`);
  }
  if (!type.active) {
    const detail = `${type.name} is not assigned any more. Make it active first.`;
    return { code: 'duty_type_inactive', detail };
  }
  return board.spanOf(wish.duty_type, wish.date);
}

/** Why a cell has no place left: who has it. */
export function whyTaken(board: Board, wish: Pick<Wish, 'date' | 'duty_type'>): Refused | null {
  const type = board.types.get(wish.duty_type);
  const seated = board.seated.get(cellKey(wish.date, wish.duty_type)) ?? [];
  if (!type || seated.length < type.people) return null;
  const names = seated.map(({ person_name }) => person_name).join(', ');
  return {
    code: 'cell_taken',
    detail: `${names} ${seated.length === 1 ? 'has' : 'have'} ${type.name} on ${wish.date}.`,
    facts: {
      assignments: seated.map(({ id, person, person_name }) => ({ id, person, person_name })),
    },
  };
}

/** Why a person can't be somewhere for a span: shut out, or committed, with what. */
export function whyNotFree(board: Board, personId: string, span: Span): Refused | null {
  const person = board.people.get(personId);
  if (!person) return wrong('person', 'There is no such person.');
  if (!person.active) {
    const detail = `${person.name} is shut out of the organisation.`;
    return { code: 'person_inactive', detail };
  }
  const clashes = clashesOf(board, personId, span);
  if (clashes.length === 0) return null;
  const detail = sentenceOf(person.name, clashes, board.zone);
  return { code: 'person_busy', detail, facts: { clashes } };
}

/** What commits a person within a span. */
export function clashesOf(board: Board, personId: string, span: Span): DutyClash[] {
  const [from, until] = [msOf(span.startsAt), msOf(span.endsAt)];
  const busy = board.busy.get(personId) ?? [];
  return busy.filter((one) => msOf(one.starts_at) < until && msOf(one.ends_at) > from);
}

const msOf = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;

/** All that stands in the way of a cell's being given, the first of it first; empty when nothing does. */
export function problemsOf(board: Board, wish: Wish): Refused[] {
  const span = placeOf(board, wish);
  if ('code' in span) return [span];
  return [whyTaken(board, wish), whyNotFree(board, wish.person, span)].filter(
    (problem) => problem !== null,
  );
}

/** Gives a cell on the board, so that the next ones see it; or says why not. */
export function give(board: Board, wish: Wish, id: string): Given | Refused {
  const [problem] = problemsOf(board, wish);
  if (problem) return problem;
  const span = placeOf(board, wish) as Span;
  const key = cellKey(wish.date, wish.duty_type);
  const seated = board.seated.get(key) ?? [];
  const seat = freeSeat(seated);
  const person_name = board.people.get(wish.person)?.name ?? '';
  board.seated.set(key, [...seated, { id, ...wish, seat, person_name }]);
  const clash: DutyClash = {
    source: 'duty',
    what: `on duty (${board.types.get(wish.duty_type)?.name})`,
    starts_at: span.startsAt,
    ends_at: span.endsAt,
    duty_assignment: id,
  };
  board.busy.set(wish.person, [...(board.busy.get(wish.person) ?? []), clash]);
  return { wish, seat, span };
}

/** Takes an assignment off the board: its seat and its person's time are free. */
export function takeBack(board: Board, duty: Pick<Seated, 'id' | 'date' | 'duty_type' | 'person'>) {
  const key = cellKey(duty.date, duty.duty_type);
  board.seated.set(
    key,
    (board.seated.get(key) ?? []).filter(({ id }) => id !== duty.id),
  );
  board.busy.set(
    duty.person,
    (board.busy.get(duty.person) ?? []).filter((one) => one.duty_assignment !== duty.id),
  );
}

// The lowest one that nobody has.
function freeSeat(seated: readonly Seated[]): number {
  const taken = new Set(seated.map(({ seat }) => seat));
  let seat = 1;
  while (taken.has(seat)) seat += 1;
  return seat;
}

function wrong(field: string, sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}
