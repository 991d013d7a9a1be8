import type { DutyImportRow } from '../../contract/duty/duty-import.ts';
import { readTable } from '../people/module.ts';
import { invalid } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { findStandingIn } from './duty-store.ts';
import { readAssignments, type SaidRow, sameText } from './import-table.ts';
import { findActivePeople } from './people-store.ts';
import { findDutyTypesOf, getRoster } from './roster-store.ts';

type File = { roster: string; file_name: string; content: string };

/**
 * What a file of assignments means in its roster: each with its duty and person looked up, what is wrong
 * with it, and whether it stands already. Whether a cell can be given is not looked at yet.
 */
export async function planImport(read: Read, file: File): Promise<DutyImportRow[]> {
  const roster = await getRoster(read, file.roster);
  if (!roster) throw invalid({ roster: ['There is no such roster.'] });
  const table = await readTable(file.file_name, file.content, { keepLines: true });
  const [types, people, standing] = await Promise.all([
    findDutyTypesOf(read, [roster.id]),
    findActivePeople(read),
    findStandingIn(read, roster.id),
  ]);
  const names = types.map(({ name }) => name);
  const rows = readAssignments(table, names);
  if (rows.length === 0) throw invalid({ content: ['There is no name in it.'] });
  if (rows.length > most) throw invalid({ content: [`At most ${most} assignments at once.`] });
  const there = new Set(standing.map((one) => keyOf(one.date, one.duty_type, one.person)));
  return rows.map((said) => {
    const errors: Record<string, string[]> = {};
    const date = dateIn(said.date, errors);
    const type = types.find(({ name }) => sameText(name, said.duty));
    if (!type) errors.duty = [`No duty of the roster is named “${said.duty}”.`];
    const person = personIn(said, people, errors);
    const key = date && type && person && keyOf(date, type.id, person.id);
    return {
      ...{ line: said.line, date, duty_type: type?.id ?? null, duty_name: type?.name ?? said.duty },
      ...{ person: person?.id ?? null, person_name: person?.name ?? said.person },
      ...{ stands: key !== null && there.has(key ?? ''), errors },
    };
  });
}

const most = 1_000;

const keyOf = (date: string, dutyType: string, person: string) => `${date} ${dutyType} ${person}`;

type Errors = Record<string, string[]>;

function dateIn(text: string, errors: Errors): string | null {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return Temporal.PlainDate.from(text).toString();
  } catch {
    // falls through: there is no such day
  }
  errors.date = ['Write the date as 2026-12-01.'];
  return null;
}

type Person = { id: string; name: string; email: string };

function personIn(said: SaidRow, people: readonly Person[], errors: Errors): Person | null {
  const isEmail = said.person.includes('@');
  const found = people.filter(({ name, email }) => sameText(isEmail ? email : name, said.person));
  const [first] = found;
  if (first && found.length === 1) return first;
  errors.person = [
    first
      ? `${found.length} people are called “${said.person}”. Write the e-mail address instead.`
      : `Nobody active is called “${said.person}”.`,
  ];
  return null;
}
