import type { ImportRow } from '../../contract/people/import-file.ts';
import { previewImport as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import type { PlannedRow } from './import-row.ts';
import { planImport } from './plan-import.ts';

/** Says what a file would add, row by row; nothing is written. */
export const previewImport = query(route, async (view, { body }) => {
  const { columns, rows } = await planImport(view, body);
  const bad = rows.filter(isBad).length;
  return { columns, rows: rows.map(presentRow), good: rows.length - bad, bad };
});

/** Whether a row can't be read in. */
export function isBad(row: PlannedRow): boolean {
  return Object.keys(row.errors).length > 0;
}

function presentRow(row: PlannedRow): ImportRow {
  return {
    line: row.line,
    email: row.email,
    full_name: [row.firstName, row.lastName].filter(Boolean).join(' '),
    phone_number: row.phoneNumber,
    role_name: row.roleName,
    weekly_hours_limit: row.weeklyHours,
    errors: row.errors,
  };
}
