import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { fileOf } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const read = (content: string, more: object = {}, who: keyof World['as'] = 'ben') =>
  world.as[who].post('/api/users/import', { ...fileOf(content), ...more });
const people = async (search: string) =>
  (await world.as.ben.get(`/api/users?search=${search}`)).body as { email: string; role: string }[];
const mixed = 'E-mail,Name\nok-1@mixed.example,One\nbad,Two\nok-2@mixed.example,Three';

test('stranger 401, member 403; unverified, without mail only', async () => {
  expect((await world.anyone.post('/api/users/import', fileOf(mixed))).status).toBe(401);
  expect(outcome(await read(mixed, {}, 'cleo'))).toEqual([403, 'forbidden']);
  await world.sql("UPDATE account SET email_verified_at = NULL WHERE email = 'fay@foyle.example'");
  const file = 'E-mail,Name\nnext@door.example,Next';
  expect(outcome(await read(file, {}, 'fay'))).toEqual([403, 'verify_first']);
  expect((await read(file, { invite: false }, 'fay')).status).toBe(201);
});

test('adds everyone in one go, each with their entry and a link', async () => {
  const answer = await read('E-mail,Name,Role\na@team.example,Ann Lee,manager\nb@team.example,Bo,');
  expect(answer).toMatchObject({
    status: 201,
    body: { added: 2, message: '2 people are in the directory now.' },
  });
  expect(await people('team.example')).toMatchObject([
    { full_name: 'Ann Lee', role: 'manager', state: 'active' },
    { full_name: 'Bo', role: 'member' },
  ]);
  const mails = (await world.messages()).filter((one) => one.address.endsWith('@team.example'));
  expect(mails.map(({ template }) => template)).toEqual(['invitation', 'invitation']);
  const entries = await world.sql<{ event: string; caused: boolean }>(
    `SELECT event, cause_id IS NOT NULL AS caused FROM journal WHERE actor_id = $1
     AND (event = 'people.imported' OR data->>'email' LIKE '%team.example') ORDER BY seq`,
    [world.ids.ben],
  );
  expect(entries.map(({ event }) => event)).toEqual([
    ...['people.imported', 'person.added', 'person.invited', 'person.added', 'person.invited'],
  ]);
  expect(entries.slice(1).every(({ caused }) => caused)).toBe(true);
});

describe('one bad row', () => {
  test('and nobody is added; it is named by its line', async () => {
    const answer = await read(mixed);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual({ 'line 3': ['email: Not an e-mail address.'] });
    expect(await people('mixed.example')).toEqual([]);
  });

  test('is left out when the good lines are named', async () => {
    expect((await read(mixed, { lines: [2, 4] })).body.added).toBe(2);
    expect(await people('mixed.example')).toHaveLength(2);
  });
});

test('lines that the file has not are refused', async () => {
  const file = 'E-mail,Name\nl@lines.example,Lin';
  for (const lines of [[], [3], [2, 900]]) {
    expect(Object.keys((await read(file, { lines })).body.errors)).toEqual(['lines']);
  }
});

test('a role above one’s own is refused', async () => {
  const answer = await read('E-mail,Name,Role\no@lines.example,Oz,owner');
  expect(answer.body.errors['line 2'][0]).toContain('role: That role may do more than yours');
});

test('without mail', async () => {
  await read('E-mail,Name\nq@quiet.example,Quiet', { invite: false });
  expect((await world.messages()).filter((one) => one.address === 'q@quiet.example')).toEqual([]);
});

test('the same file twice at once adds everyone once', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `p${i}@twice.example,P${i}`).join('\n');
  const answers = await Promise.all([1, 2].map(() => read(`E-mail,Name\n${rows}`)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const { status } of answers) expect([201, 400, 409]).toContain(status);
  expect(await people('twice.example')).toHaveLength(20);
});

test('a thousand people in one transaction', async () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => `k${i}@thousand.example,Kim ${i}`).join(
    '\n',
  );
  const from = performance.now();
  const answer = await read(`E-mail,Name\n${rows}`);
  expect(answer.body.added).toBe(1_000);
  expect(performance.now() - from).toBeLessThan(25_000);
}, 30_000);
