import { expect, test } from 'vitest';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { until } from '../server/testing/until.ts';
import { allow, expectTruth, openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

test('the queue says who could work each request and each gap, and puts them on by key', async () => {
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  await asked(world, 'cleo', { period, date: '2026-12-02' });
  await asked(world, 'dev', { period, date: '2026-12-02', start: '08:00', end: '10:00' });
  await approve(world, await asked(world, 'eli', { period, date: '2026-12-01' }));
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Queue' }).click();
  const first = ben.getByRole('article', { name: /^Cleo Marsh/ });
  await first.getByRole('button', { name: 'Who could' }).waitFor();
  const gap = ben.getByRole('group', { name: 'Morning, Wed 2 Dec' });
  await gap.getByText('1 request above would help').or(gap.getByText('2 requests')).waitFor();

  await ben.keyboard.press('c');
  const could = first.getByRole('list', { name: 'Who could take it, best first' });
  await could.getByText(/asked for it · free from 06:00 to 09:00/).waitFor();
  expect(await could.getByRole('listitem').count()).toBe(3);
  await shoot('queue candidates', [ben]);
  await ben.keyboard.press('c');
  await could.waitFor({ state: 'detached' });

  // Down over the requests to the gaps, the second of which is Wednesday's morning.
  for (const _ of [1, 2, 3]) await ben.keyboard.press('j');
  expect(await gap.getAttribute('aria-current')).toBe('true');
  await ben.keyboard.press('a');
  await ben.keyboard.press('c');
  await gap
    .getByRole('listitem')
    .first()
    .getByText(/^free from 06:00 to 09:00/)
    .waitFor();
  await ben.keyboard.press('2');
  const form = ben.getByRole('dialog', { name: 'Ask for a shift' });
  await form.getByRole('button', { name: 'Put them on' }).waitFor();
  const whoIsOn = form.getByRole('combobox', { name: 'Who is on' });
  await until('their name', async () => (await whoIsOn.inputValue()) === 'Ben Lindqvist');
  await form.getByRole('button', { name: 'Put them on' }).click();
  await gap.waitFor({ state: 'detached' });
  const own = (await world.as.ben.get(`/api/shifts?person=${world.ids.ben}`)).body;
  expect(own).toMatchObject([{ date: '2026-12-02', status: 'APPROVED' }]);
  await ben.getByText('2 requests waiting').waitFor();
  await expectTruth(ben);

  const phone = await pageFor(world, 'ben', { on: 'phone', scheme: 'dark' });
  await phone.goto('/queue');
  const evening = phone.getByRole('group', { name: 'Evening, Tue 1 Dec' });
  await evening.getByRole('button', { name: /^Who could/ }).click();
  await evening.getByRole('button', { name: /^Put on: Ada/ }).waitFor();
  await phone.getByRole('article').first().getByRole('button', { name: 'Who could' }).click();
  await phone
    .getByRole('article')
    .first()
    .getByRole('list', { name: /^Who could/ })
    .waitFor();
  await phone.getByText('Ben Lindqvist is on then: whoever is put on').waitFor();
  await shoot('queue candidates phone', [phone]);
  await expectWhole({ phone, desk: ben }, '/queue', 'Queue');
});

test('candidates that do not load say so, and the queue stays', async () => {
  allow(/^500 GET/);
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  await asked(world, 'cleo', { period, date: '2026-12-02' });
  const ben = await pageFor(world, 'ben');
  for (const path of ['candidates', 'gaps']) {
    await ben.route(`**/api/${path}?*`, (route) =>
      route.fulfill({ status: 500, json: { detail: 'Something broke on our side.' } }),
    );
  }
  await ben.goto('/queue');
  const request = ben.getByRole('article', { name: /^Cleo Marsh/ });
  await request.getByRole('button', { name: 'Who could' }).click();
  await request.getByRole('alert').getByText('Something broke on our side.').waitFor();
  const gaps = ben.getByRole('region', { name: /^Open in the next/ });
  await gaps.getByRole('alert').waitFor();
  await shoot('queue candidates failing', [ben]);
  await ben.unroute('**/api/candidates?*');
  await request.getByRole('button', { name: 'Try again' }).click();
  await request.getByRole('listitem').first().waitFor();
});
