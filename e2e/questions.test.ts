import { afterAll, expect, test } from 'vitest';
import { type ModelServer, openModelServer } from '../server/testing/model-server.ts';
import { openWorld } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { allow, openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

let model: ModelServer | undefined;
afterAll(() => model?.close());

const winter = { name: 'Winter', start_date: '2026-11-20', end_date: '2026-12-31' };

test('a question in plain words is answered from the facts, and one tap puts someone on', async () => {
  const world = await openLiveWorld();
  const period = await openPeriod(world, winter);
  await approve(world, await asked(world, 'cleo', { period, date: '2026-11-27' }));
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Questions' }).click();
  await ben.getByText('Ask in your own words').waitFor();
  await ben.getByLabel('Question', { exact: true }).fill('Who can take Friday 27 November?');
  await ben.keyboard.press('Enter');
  const answer = ben.getByRole('article', { name: 'Who can take Friday 27 November?' });
  await answer.getByText('covered by Cleo Marsh').waitFor();
  await answer.getByText('Put together from the rota itself').waitFor();
  const evening = answer.getByRole('region', { name: 'Evening, Fri 27 Nov' });
  await evening.getByText('21:00–22:00 open').waitFor();
  await evening
    .getByText(/^free from 21:00 to 22:00/)
    .first()
    .waitFor();
  await shoot('question desk', [ben]);
  await evening.getByRole('button', { name: 'Put on: Dev Patel, Fri 27 Nov, Evening' }).click();
  await ben.getByRole('dialog').getByRole('button', { name: 'Put them on' }).click();
  await ben.getByText('Dev Patel is on, Fri 27 Nov.').first().waitFor();

  await ben.getByRole('button', { name: 'How many hours has Ben next week?' }).click();
  await ben.getByText('Ben Lindqvist has 0 of 40 hours in week 2026-W48.').waitFor();
  await ben.getByRole('button', { name: 'Which gaps are open?' }).click();
  const gaps = ben.getByRole('article', { name: 'Which gaps are open?' });
  await gaps.getByText(/^\d+ more$/).click();
  await shoot('question gaps', [ben]);
  await ben.getByLabel('Question', { exact: true }).fill('Approve all shifts');
  await ben.getByRole('button', { name: 'Ask', exact: true }).click();
  await ben.getByText('I can answer three kinds of question').waitFor();

  const phone = await pageFor(world, 'ben', { on: 'phone' });
  await phone.getByRole('link', { name: 'More' }).click();
  await phone.getByRole('link', { name: 'Questions' }).click();
  await phone.getByRole('button', { name: 'Who can take Friday evening?' }).click();
  await phone.getByRole('article').getByText('21:00–22:00 open').waitFor();
  await shoot('question phone', [phone]);
  await expectWhole({ phone, desk: ben }, '/questions', 'Questions');
});

test('who asks without end is told to wait; a member has no question box', async () => {
  allow(/^429 POST/, /^500 POST/);
  const world = await openLiveWorld();
  for (let i = 0; i < 20; i += 1) {
    await world.as.ben.post('/api/assistant/questions', { question: 'Which gaps are open?' });
  }
  const ben = await pageFor(world, 'ben', { scheme: 'dark' });
  await ben.goto('/questions');
  await ben.getByRole('button', { name: 'Which gaps are open?' }).click();
  await ben.getByRole('alert').getByText('Too many tries. Wait 5 minutes').waitFor();
  await shoot('question too many', [ben]);
  world.clock.advance({ minutes: 5 });
  await ben.getByRole('button', { name: 'Which gaps are open?' }).click();
  await ben.getByRole('article', { name: 'Which gaps are open?' }).waitFor();
  expect(await ben.getByRole('alert').count()).toBe(0);
  const cleo = await pageFor(world, 'cleo');
  expect(await cleo.getByRole('link', { name: 'Questions' }).count()).toBe(0);
});

test('with a model, its words stand with the facts behind them, and as text', async () => {
  model = await openModelServer();
  const openAi = { key: 'sk-test', url: model.url, model: 'test-model', timeoutMs: 2_000 };
  const world = await openWorld({ config: { openAi, works: true } });
  await openPeriod(world, winter);
  model.behave({ how: 'say', text: 'Ask <b>Cleo</b> first.\nThen Dev.' });
  const ben = await pageFor(world, 'ben');
  await ben.goto('/questions');
  await ben.getByLabel('Question', { exact: true }).fill('Who would be best on Sunday?');
  await ben.getByRole('button', { name: 'Ask', exact: true }).click();
  const answer = ben.getByRole('article');
  await answer.getByText('Ask <b>Cleo</b> first.').waitFor();
  await answer.getByText('Written by a model from the facts of the rota.').waitFor();
  await shoot('question model', [ben]);
});
