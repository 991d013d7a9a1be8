import { expect, test } from 'vitest';
import { asked, openPeriod } from '../server/testing/rota-steps.ts';
import { until } from '../server/testing/until.ts';
import { allow, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

test('several requests are decided in turn; what is refused stays selected with its sentence', async () => {
  allow(/^409 POST .*\/approve$/);
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  const first = await asked(world, 'cleo', { period, date: '2026-12-02' });
  await asked(world, 'dev', { period, date: '2026-12-02', start: '08:00', end: '10:00' });
  const third = await asked(world, 'eli', { period, date: '2026-12-03' });
  const fourth = await asked(world, 'eli', { period, date: '2026-12-04' });
  const statusOf = async (id: string) => (await world.as.ben.get(`/api/shifts/${id}`)).body.status;
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Queue' }).click();
  await ben.getByText('4 requests waiting').waitFor();

  await ben.keyboard.press('x');
  await ben.getByText('1 selected').waitFor();
  await ben.keyboard.press('Shift+J');
  await ben.keyboard.press('Shift+J');
  await ben.getByText('3 selected').waitFor();
  await ben.keyboard.press('a');
  const approve = ben.getByRole('dialog', { name: 'Approve the selected' });
  await approve.getByText(/3 requests, one after another.*can’t be undone/).waitFor();
  expect(await statusOf(first)).toBe('PENDING');
  await approve.getByRole('button', { name: 'Approve 3' }).click();
  await approve.getByText('Approved 2 of 3, 1 refused: they stay selected.').waitFor();
  const sentence = 'Only one person is on at a time: Cleo Marsh from 06:00 to 09:00 on 2026-12-02.';
  await approve.getByText(sentence).waitFor();
  await expectAccessible(ben, 'decided in bulk');
  await approve.getByRole('button', { name: 'Close' }).last().click();
  await approve.waitFor({ state: 'detached' });
  expect([await statusOf(first), await statusOf(third)]).toEqual(['APPROVED', 'APPROVED']);

  const refused = ben.getByRole('article', { name: /^Dev Patel/ });
  await refused.getByRole('alert').getByText(sentence).waitFor();
  expect(await refused.getByRole('checkbox').isChecked()).toBe(true);
  await ben.getByText('2 requests waiting').waitFor();

  await ben.getByRole('checkbox', { name: '1 selected' }).click();
  await ben.getByRole('button', { name: 'Reject 2' }).click();
  const reject = ben.getByRole('dialog', { name: 'Reject the selected' });
  const send = reject.getByRole('button', { name: 'Reject 2' });
  expect(await send.isDisabled()).toBe(true);
  await reject.getByLabel('Reason').fill('The boat is full.');
  await send.click();
  await reject.getByText('Rejected 2 of 2.').waitFor();
  await reject.getByRole('button', { name: 'Close' }).last().click();
  await ben.getByText('Nothing waits').waitFor();
  await until('the rejection', async () => (await statusOf(fourth)) === 'REJECTED');
  await expectTruth(ben);
});

test('stopped, the one in hand is decided and the others stay selected and wait', async () => {
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  const dates = ['2026-12-02', '2026-12-03', '2026-12-04'];
  const requests: string[] = [];
  for (const date of dates) requests.push(await asked(world, 'cleo', { period, date }));
  const statuses = () =>
    Promise.all(
      requests.map(async (id) => (await world.as.ben.get(`/api/shifts/${id}`)).body.status),
    );
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Queue' }).click();
  await ben.getByRole('checkbox', { name: 'Select all' }).click();
  await ben.getByRole('button', { name: 'Approve 3' }).click();
  const dialog = ben.getByRole('dialog', { name: 'Approve the selected' });
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  await ben.route(`**/api/shifts/${requests[1]}/approve`, async (route) => {
    await held;
    await route.continue();
  });
  await dialog.getByRole('button', { name: 'Approve 3' }).click();
  await dialog.getByText('Approved 1 of 3.').waitFor();
  await dialog.getByRole('button', { name: 'Stop' }).and(ben.locator(':focus')).waitFor();
  await ben.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Stopping after this one' }).waitFor();
  await expectAccessible(ben, 'stopping');
  release();
  await dialog
    .getByText('Stopped. Approved 2 of 3. 1 not decided: they stay selected too.')
    .waitFor();
  await dialog.getByText('Not decided', { exact: true }).waitFor();
  expect(await statuses()).toEqual(['APPROVED', 'APPROVED', 'PENDING']);
  await ben.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await ben.getByRole('checkbox', { name: '1 selected' }).waitFor();
});
