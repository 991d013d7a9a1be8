import type { Role } from '../../contract/identity/permissions.ts';

type Inhabitant = { key: string; first: string; last: string; role: Role; weeklyHours: number };
export type Neighbourhood = {
  organisation: { name: string; timeZone: string };
  people: readonly Inhabitant[];
};

/** The care team of demo, tests and docs. */
export const harbour: Neighbourhood = {
  organisation: { name: 'Harbour Care', timeZone: 'Europe/London' },
  people: [
    { key: 'ada', first: 'Ada', last: 'Okafor', role: 'owner', weeklyHours: 40 },
    { key: 'ben', first: 'Ben', last: 'Lindqvist', role: 'admin', weeklyHours: 40 },
    { key: 'cleo', first: 'Cleo', last: 'Marsh', role: 'member', weeklyHours: 40 },
    { key: 'dev', first: 'Dev', last: 'Patel', role: 'member', weeklyHours: 40 },
    { key: 'eli', first: 'Eli', last: 'Novak', role: 'member', weeklyHours: 24 },
  ],
};

/** The organisation next door, which must never see anything of theirs. */
export const foyle: Neighbourhood = {
  organisation: { name: 'Foyle Street', timeZone: 'Europe/Berlin' },
  people: [
    { key: 'fay', first: 'Fay', last: 'Doyle', role: 'owner', weeklyHours: 40 },
    { key: 'gus', first: 'Gus', last: 'Weber', role: 'member', weeklyHours: 40 },
  ],
};

/** Everyone's password in demo and tests. */
export const demoPassword = 'harbour-lantern-42';

/** `ada@harbour.example` */
export function emailOf(person: { key: string }): string {
  const next = foyle.people.some(({ key }) => key === person.key);
  return `${person.key}@${next ? 'foyle' : 'harbour'}.example`;
}
