import type { RoleId } from '../../contract/identity/permissions.ts';
import { asE164 } from '../platform/channels/phone.ts';
import type { Field } from './import-columns.ts';

/** A row that was read: whom it would add, and what is wrong with it by column. */
export type PlannedRow = {
  line: number;
  email: string;
  firstName: string;
  lastName: string;
  phoneNumber: string | null;
  role: RoleId;
  roleName: string;
  weeklyHours: number | null;
  errors: Record<string, string[]>;
};

/** What a row is held against. */
export type Surroundings = {
  /** Roles by their name in small letters, with why this admin can't give one. */
  roles: ReadonlyMap<string, { id: RoleId; name: string; whyNot: string | null }>;
  /** Who is in the directory or invited, by e-mail: a sentence. */
  known: ReadonlyMap<string, string>;
};

const emailShape = /^[^\s@"(),:;<>[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const nameMax = 80;

/** Reads one row; `seen` are the lines of the e-mails above it. */
export function planRow(
  line: number,
  cells: Partial<Record<Field, string>>,
  { roles, known }: Surroundings,
  seen: ReadonlyMap<string, number>,
): PlannedRow {
  const errors: Record<string, string[]> = {};
  const fail = (field: Field, sentence: string) => {
    errors[field] = [...(errors[field] ?? []), sentence];
  };
  const email = (cells.email ?? '').toLowerCase();
  const above = seen.get(email);
  const there = known.get(email);
  if (email === '') fail('email', 'Is empty.');
  else if (email.length > 254 || !emailShape.test(email)) fail('email', 'Not an e-mail address.');
  else if (above !== undefined) fail('email', `The same address as in line ${above}.`);
  else if (there !== undefined) fail('email', there);

  const name = nameOf(cells, fail);
  const phone = cells.phone_number ?? '';
  const phoneNumber = asE164(phone);
  if (phone !== '' && !phoneNumber) {
    fail('phone_number', 'Begin with the country, like +44 20 7946 0000.');
  }
  const role = roles.get((cells.role || 'member').toLowerCase());
  if (!role) fail('role', 'The organisation has no such role.');
  else if (role.whyNot) fail('role', role.whyNot);
  const weeklyHours = hoursOf(cells.weekly_hours_limit ?? '', fail);
  return {
    ...{ line, email, ...name, phoneNumber, weeklyHours, errors },
    ...{ role: role?.id ?? 'member', roleName: role?.name ?? cells.role ?? '' },
  };
}

type Fail = (field: Field, sentence: string) => void;

function nameOf(cells: Partial<Record<Field, string>>, fail: Fail) {
  const field = cells.first_name ? 'first_name' : 'full_name';
  const full = cells.full_name ?? '';
  const space = full.lastIndexOf(' ');
  const [firstName, lastName] = cells.first_name
    ? [cells.first_name, cells.last_name ?? '']
    : space < 0
      ? [full, cells.last_name ?? '']
      : [full.slice(0, space), full.slice(space + 1)];
  if (firstName === '') fail(field, 'Is empty.');
  for (const part of [firstName, lastName]) {
    if (part.length > nameMax) fail(field, `At most ${nameMax} characters.`);
    // What a spreadsheet would take for a formula is nobody's name, and travels on in exports (OWASP).
    if (/^[=+\-@|%]/.test(part)) fail(field, 'Begins like a formula.');
  }
  return { firstName, lastName };
}

function hoursOf(text: string, fail: Fail): number | null {
  if (text === '') return null;
  const hours = Number(text.replace(/\s*h(ours)?$/i, ''));
  if (Number.isInteger(hours) && hours >= 1 && hours <= 168) return hours;
  fail('weekly_hours_limit', 'A whole number from 1 to 168.');
  return null;
}
