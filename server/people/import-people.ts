import { permissionsOf } from '../../contract/identity/permissions.ts';
import { importPeople as route } from '../../contract/routes.ts';
import { createPerson, mayAdd, tellAdded } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { invalid, refuseIf } from '../platform/problem.ts';
import type { PlannedRow } from './import-row.ts';
import { planImport } from './plan-import.ts';
import { isBad } from './preview-import.ts';

/**
 * Adds the people of a file, all in one transaction, and mails each a link unless told otherwise. The
 * rows are checked again: one bad row among those asked for, and nobody is added.
 */
export const importPeople = action(route, async (tx, { body }) => {
  const { invite = true } = body;
  refuseIf(mayAdd(tx.by, permissionsOf('member'), invite));
  const { rows } = await planImport(tx, body);
  const chosen = choose(rows, body.lines);
  const entry = await record(tx, 'people.imported', tx.tenant.id, {
    ...{ file_name: body.file_name, people: chosen.length, invited: invite },
  });
  const caused = { ...tx, causeId: entry };
  for (const row of chosen) {
    const { person, account } = await createPerson(caused, {
      ...{ email: row.email, firstName: row.firstName, lastName: row.lastName, role: row.role },
      phoneNumber: row.phoneNumber ?? undefined,
      weeklyLimitMinutes: row.weeklyHours === null ? undefined : row.weeklyHours * 60,
    });
    if (invite) await tellAdded(caused, person, account);
  }
  const people = chosen.length === 1 ? '1 person is' : `${chosen.length} people are`;
  return { message: `${people} in the directory now.`, added: chosen.length };
});

const namedMax = 20;

/** The rows of these lines, or all. 400 on `lines` when one is not there, and on a bad row by its line. */
function choose(rows: readonly PlannedRow[], lines: readonly number[] | undefined): PlannedRow[] {
  const wanted = new Set(lines ?? rows.map((row) => row.line));
  const chosen = rows.filter((row) => wanted.has(row.line));
  if (chosen.length === 0 || chosen.length < wanted.size) {
    throw invalid({ lines: ['Give lines that the file has, at least one.'] });
  }
  const bad = chosen.filter(isBad).slice(0, namedMax);
  if (bad.length === 0) return chosen;
  throw invalid(
    Object.fromEntries(
      bad.map(({ line, errors }) => [
        `line ${line}`,
        Object.entries(errors).map(([field, sentences]) => `${field}: ${sentences.join(' ')}`),
      ]),
    ),
  );
}
