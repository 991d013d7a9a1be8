/** The small named world of demo, tests and docs: a care team, and another organisation next door. */
export const world = {
  organisation: { name: 'Harbour Care', timeZone: 'Europe/London' },
  people: [
    { key: 'ada', first: 'Ada', last: 'Okafor', role: 'owner', weeklyHours: 40 },
    { key: 'ben', first: 'Ben', last: 'Lindqvist', role: 'admin', weeklyHours: 40 },
    { key: 'cleo', first: 'Cleo', last: 'Marsh', role: 'member', weeklyHours: 40 },
    { key: 'dev', first: 'Dev', last: 'Patel', role: 'member', weeklyHours: 40 },
    { key: 'eli', first: 'Eli', last: 'Novak', role: 'member', weeklyHours: 24 },
  ],
  neighbour: {
    organisation: { name: 'Foyle Street', timeZone: 'Europe/Berlin' },
    people: [
      { key: 'fay', first: 'Fay', last: 'Doyle', role: 'owner', weeklyHours: 40 },
      { key: 'gus', first: 'Gus', last: 'Weber', role: 'member', weeklyHours: 40 },
    ],
  },
} as const;

/** Everyone's password in demo and tests. */
export const demoPassword = 'harbour-lantern-42';

/** `ada@harbour.example` */
export function emailOf(person: { key: string }): string {
  return `${person.key}@${['fay', 'gus'].includes(person.key) ? 'foyle' : 'harbour'}.example`;
}
