import type { Table } from '../people/module.ts';
import { invalid } from '../platform/problem.ts';

/** An assignment as a file says it: texts that are not looked up yet. */
export type SaidRow = { line: number; date: string; duty: string; person: string };

// Names are compared by their letters alone: "E-mail address" is "emailaddress".
const known = {
  date: ['date', 'dutydate'],
  duty: ['duty', 'dutytype', 'task'],
  person: ['name', 'fullname', 'person', 'email', 'emailaddress', 'mail'],
} as const;
const notRead = ['day', 'weekday', 'secondcalendar', 'hijri', 'note', 'notes', 'start', 'end'];

/**
 * The assignments of a table, whether each is a line of its own (Date, Duty, Name) or dates go down and
 * duties across. 400 on `content` when it is neither, and for a column that no duty is named like.
 */
export function readAssignments(table: Table, dutyNames: readonly string[]): SaidRow[] {
  const letters = table.header.map(lettersOf);
  const columnOf = (names: readonly string[]) => letters.findIndex((name) => names.includes(name));
  const date = columnOf(known.date);
  if (date < 0) throw invalid({ content: ['No column is named “Date”.'] });
  const [duty, person] = [columnOf(known.duty), columnOf(known.person)];
  const across = dutyColumns(table.header, dutyNames);
  if (across.every((name) => name === null)) {
    if (duty < 0 || person < 0) throw invalid({ content: [neither] });
    return table.rows.map(({ line, cells }) => ({
      ...{ line, date: cells[date] ?? '', duty: cells[duty] ?? '', person: cells[person] ?? '' },
    }));
  }
  const unknown = table.header.findIndex(
    (_, i) => i !== date && across[i] === null && !notRead.includes(letters[i] ?? ''),
  );
  if (unknown >= 0) {
    throw invalid({ content: [`No duty of the roster is named “${table.header[unknown]}”.`] });
  }
  return table.rows.flatMap(({ line, cells }) =>
    across.flatMap((name, i) =>
      name === null
        ? []
        : namesIn(cells[i] ?? '').map((one) => ({
            ...{ line, date: cells[date] ?? '', duty: name, person: one },
          })),
    ),
  );
}

const neither =
  'Name the columns Date, Duty and Name, or Date and the duties of the roster with names below them.';

// Which column is which duty, by its name in whatever letters.
function dutyColumns(header: readonly string[], dutyNames: readonly string[]): (string | null)[] {
  return header.map((name) => dutyNames.find((duty) => sameText(duty, name)) ?? null);
}

function namesIn(cell: string): string[] {
  return cell
    .split(/[\n;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Whether two texts are the same but for letters and spaces. */
export function sameText(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
