import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = '/api/message-templates/shift-rejected';

test('who may: admins; what there is not is not found', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  for (const name of ['no-such-letter', 'constructor']) {
    const answer = await world.as.ben.get(`/api/message-templates/${name}`);
    expect(outcome(answer)).toEqual([404, 'not_found']);
  }
});

test('the usual texts with variables in them, what may stand in own words, and samples', async () => {
  const { status, body } = await world.as.ben.get(path);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: 'shift-rejected',
    kind: 'shift_decided',
    language: 'en',
    usual: {
      subject: 'Not approved: your request for {{date}}, {{time}}',
      body: '{{decided_by}} did not approve your request.',
    },
    own: { subject: null, body: null, sms: null },
  });
  const names = body.variables.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['date', 'organisation', 'reason', 'recipient']));
  expect(names.filter((name: string) => /(^|_)id$|token|path/.test(name))).toEqual([]);
  expect(body.variables).toContainEqual({ name: 'date', sample: 'Tue, 1 December 2026' });
});

test('each language has words of its own', async () => {
  await world.as.ben.put(path, { language: 'fr', subject: 'Refusé' });
  expect((await world.as.ben.get(`${path}?language=fr`)).body.own.subject).toBe('Refusé');
  expect((await world.as.ben.get(path)).body.own.subject).toBeNull();
  expect(outcome(await world.as.ben.get(`${path}?language=xx`))).toEqual([400, 'invalid']);
});
