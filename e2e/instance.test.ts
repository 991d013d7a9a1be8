import { beforeAll, expect, test } from 'vitest';
import { unsafeSetOperator } from '../server/identity/module.ts';
import type { World } from '../server/testing/open-world.ts';
import { openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

let world: World;
beforeAll(async () => {
  world = await openLiveWorld();
  await unsafeSetOperator(world.program.app, 'cleo@harbour.example', true);
});

test('an operator sees how the instance is and who uses it, and nothing of what is in it', async () => {
  const desk = await pageFor(world, 'cleo');
  await desk.getByRole('link', { name: 'Instance' }).click();
  const foyle = desk.getByRole('group', { name: 'Foyle Street' });
  await foyle.getByText('2 of 2 people active').waitFor();
  expect(await desk.getByRole('main').textContent()).not.toMatch(/Fay|Gus|@foyle/);
  const phone = await pageFor(world, 'cleo', { on: 'phone' });
  await expectWhole({ desk, phone }, '/instance', 'Instance');
});

test('to anyone else there is no such page', async () => {
  const ada = await pageFor(world, 'ada');
  expect(await ada.getByRole('link', { name: 'Instance' }).count()).toBe(0);
  await ada.goto('/instance');
  await ada.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
});
