import type { DutyClash } from '../../../../contract/duty/duty-assignment.ts';
import type { GridCell } from '../../../../contract/duty/grid.ts';
import type { RosterPerson } from '../../../../contract/duty/list-roster-people.ts';

/** A cell with its date. */
export type DatedCell = GridCell & { date: string };

/** How someone stands to a cell before anything is written. */
export type Standing =
  | { is: 'free'; wish: 'wants' | 'rather-not' | null }
  | { is: 'has' }
  | { is: 'full' }
  | { is: 'shut' }
  | { is: 'busy'; clash: DutyClash };

/**
 * How someone stands to a cell: by who is in it, and by their whole timeline. `leaving` is the
 * assignment that they would give up for it.
 */
export function standingOf(person: RosterPerson, cell: DatedCell, leaving?: string): Standing {
  if (cell.assignments.some((one) => one.person === person.person)) return { is: 'has' };
  const clash = clashOf(person, cell, leaving);
  if (clash) return { is: 'busy', clash };
  if (cell.why_not || !cell.starts_at) return { is: 'shut' };
  if (cell.assignments.length >= cell.people) return { is: 'full' };
  return { is: 'free', wish: wishOf(person, cell) };
}

/** What keeps someone from a cell, if anything does. */
function clashOf(person: RosterPerson, cell: DatedCell, leaving?: string): DutyClash | undefined {
  const { starts_at: from, ends_at: until } = cell;
  if (!from || !until) return undefined;
  return person.busy.find(
    (one) =>
      isBefore(one.starts_at, until) &&
      isBefore(from, one.ends_at) &&
      (leaving === undefined || one.duty_assignment !== leaving),
  );
}

function wishOf(person: RosterPerson, cell: DatedCell): 'wants' | 'rather-not' | null {
  if (!person.registered) return null;
  if (person.dates_not.includes(cell.date)) return 'rather-not';
  if (person.duty_types.length === 0) return null;
  return person.duty_types.includes(cell.duty_type) ? 'wants' : 'rather-not';
}

const isBefore = (one: string, other: string) => Date.parse(one) < Date.parse(other);

/** Someone with how many of some cells they could have, and why not the first that they could not. */
export type Choice = {
  person: RosterPerson;
  free: number;
  standing: Standing;
};

/** Everyone who matches what was typed, best first: free for most, wants it, has least, by name. */
export function choicesFor(
  people: readonly RosterPerson[],
  cells: readonly DatedCell[],
  typed: string,
): Choice[] {
  return people
    .filter(({ name }) => matches(name, typed))
    .map((person) => choiceOf(person, cells))
    .filter(({ standing }) => standing.is !== 'has' || cells.length > 1)
    .toSorted(
      (one, other) =>
        other.free - one.free ||
        rankOf(one.standing) - rankOf(other.standing) ||
        one.person.duties - other.person.duties ||
        one.person.name.localeCompare(other.person.name),
    );
}

/** How someone stands to some cells together. */
export function choiceOf(
  person: RosterPerson,
  cells: readonly DatedCell[],
  leaving?: string,
): Choice {
  const standings = cells.map((cell) => standingOf(person, cell, leaving));
  const free = standings.filter(({ is }) => is === 'free').length;
  const [first = { is: 'shut' as const }] = standings;
  return { person, free, standing: standings.find(({ is }) => is === 'busy') ?? first };
}

function rankOf(standing: Standing): number {
  if (standing.is !== 'free') return 3;
  return standing.wish === 'wants' ? 0 : standing.wish === null ? 1 : 2;
}

/** Whether each word that was typed begins a word of the name; accents don't matter. */
export function matches(name: string, typed: string): boolean {
  const words = plain(name).split(/[\s-]+/);
  return plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
