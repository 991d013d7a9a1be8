import { beforeAll, expect, test } from 'vitest';
import { modulesOf } from '../modules.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = '/api/message-templates';

test('who may: admins', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
});

test('every template, with a sample subject, and where it has own words', async () => {
  await world.as.ben.put(`${path}/shift-approved`, { language: 'de', subject: 'Ja: {{date}}' });
  const { body } = await world.as.ben.get(path);
  const written = modulesOf().flatMap(({ templates }) => Object.keys(templates ?? {}));
  const listed = body.map(({ name }: { name: string }) => name);
  expect(listed.filter((name: string) => !written.includes(name))).toEqual(['test-letter']);
  expect(written.filter((name) => !listed.includes(name))).toEqual([]);
  expect(body.find(({ name }: { name: string }) => name === 'shift-approved')).toEqual({
    name: 'shift-approved',
    kind: 'shift_decided',
    title: 'Approved: your shift on Tue, 1 December 2026, 06:00–09:00',
    own_languages: ['de'],
  });
  const neighbour = (await world.as.fay.get(path)).body;
  expect(neighbour.flatMap((one: { own_languages: string[] }) => one.own_languages)).toEqual([]);
});
