import { roles as builtIn, permissionsOf } from '../../contract/identity/permissions.ts';
import { roleName, selectOwnRoles, selectPeople, whyAboveOwn } from '../identity/module.ts';
import type { View } from '../platform/scope.ts';
import { type Field, fieldsOf } from './import-columns.ts';
import { type PlannedRow, planRow, type Surroundings } from './import-row.ts';
import { readTable } from './read-table.ts';

/** What would be read in: the columns as they are understood, and every row with what is wrong with it. */
export async function planImport(
  view: View,
  file: { file_name: string; content: string },
): Promise<{ columns: { name: string; field: Field | null }[]; rows: PlannedRow[] }> {
  const table = await readTable(file.file_name, file.content);
  const fields = fieldsOf(table.header);
  const surroundings = await findSurroundings(view);
  const seen = new Map<string, number>();
  const rows = table.rows.map(({ line, cells }) => {
    const named = Object.fromEntries(
      fields.flatMap((field, i) => (field ? [[field, cells[i] ?? '']] : [])),
    );
    const row = planRow(line, named, surroundings, seen);
    if (row.email !== '' && !seen.has(row.email)) seen.set(row.email, line);
    return row;
  });
  const columns = table.header.map((name, i) => ({ name, field: fields[i] ?? null }));
  return { columns, rows };
}

async function findSurroundings(view: View): Promise<Surroundings> {
  const [people, own] = await Promise.all([
    selectPeople(view).where('p.standing', '<>', 'withdrawn').execute(),
    selectOwnRoles(view).execute(),
  ]);
  const roles = [
    ...builtIn.map((id) => ({ id, name: roleName(id, null), own: null })),
    ...own.map((role) => ({ id: role.id, name: role.name, own: role.permissions })),
  ];
  return {
    roles: new Map(
      roles.map(({ id, name, own }) => {
        const above = whyAboveOwn(view.by, permissionsOf(id, own));
        return [name.toLowerCase(), { id, name, whyNot: above?.detail ?? null }];
      }),
    ),
    known: new Map(
      people.map(({ email, full_name, standing }) => [
        email,
        standing === 'invited'
          ? 'An invitation went to this address already.'
          : `In the directory already: ${full_name}.`,
      ]),
    ),
  };
}
