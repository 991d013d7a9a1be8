import { beforeAll, describe, expect, test } from 'vitest';
import { toldTo } from '../testing/notification-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
let day = 0;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const path = '/api/message-templates/shift-approved';
const put = (who: keyof World['as'], words: object) =>
  world.as[who].put(path, { language: 'en', ...words });
const edits = async () =>
  (await world.journal()).filter(({ event }) => event === 'wording.updated');

/** Cleo's request is approved; what her letter says. */
async function letterToCleo() {
  day += 1;
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  await approve(world, await asked(world, 'cleo', { period, date, notes: '<i>early</i>' }));
  const [newest] = (await world.as.ben.get('/api/mailbox?to=cleo@harbour.example')).body;
  return (await world.as.ben.get(`/api/mailbox/${newest.id}`)).body;
}

test('who may: admins', async () => {
  expect(outcome(await world.anyone.put(path, {}))).toEqual([401, 'unauthenticated']);
  expect(outcome(await put('cleo', { subject: 'x' }))).toEqual([403, 'forbidden']);
  const answer = await world.as.ben.put('/api/message-templates/none', {
    ...{ language: 'en', subject: 'x' },
  });
  expect(outcome(answer)).toEqual([404, 'not_found']);
});

test('own words stand in the letter and in the app; facts and button stay; before and after are journalled', async () => {
  const words = {
    subject: '{{organisation}}: you are on, {{date}} {{time}}',
    body: 'You are on <b>{{notes}}</b>.\n\nSee you, {{recipient}}.',
  };
  const { status, body } = await put('ben', words);
  expect(status).toBe(200);
  expect(body.own).toEqual({ ...words, sms: null });
  const letter = await letterToCleo();
  expect(letter.subject).toBe('Harbour Care: you are on, Tue, 1 December 2026 06:00–09:00');
  expect(letter.text).toContain('You are on <b><i>early</i></b>.\n\nDate: Tue');
  expect(letter.text).toContain('\n\nSee you, Cleo Marsh.\n\n');
  expect(letter.html).toContain('You are on &lt;b&gt;&lt;i&gt;early&lt;/i&gt;&lt;/b&gt;.');
  expect(letter.text).toContain('See my schedule:\n');
  expect((await toldTo(world, 'cleo'))[0]?.title).toBe(letter.subject);
  const [entry] = await edits();
  expect(entry).toMatchObject({
    actor_id: world.ids.ben,
    data: { template: 'shift-approved', language: 'en', before: null, after: words },
  });
});

test('a part that is left out is as usual again', async () => {
  await put('ben', { subject: 'On: {{date}}' });
  const letter = await letterToCleo();
  expect(letter.text).toContain('Ben Lindqvist approved your shift. It is on the schedule.');
});

describe('language', () => {
  test('the person’s, then the organisation’s', async () => {
    await world.as.ben.put(path, { language: 'de', subject: 'Genehmigt: {{date}}' });
    expect((await letterToCleo()).subject).toMatch(/^On: /);
    await world.sql(`UPDATE person SET language = 'de-AT' WHERE id = $1`, [world.ids.cleo]);
    expect((await letterToCleo()).subject).toMatch(/^Genehmigt: /);
    await world.sql(`UPDATE person SET language = 'it' WHERE id = $1`, [world.ids.cleo]);
    expect((await letterToCleo()).subject).toMatch(/^On: /);
  });
});

test('a neighbour’s letters are not reworded', async () => {
  const { body } = await world.as.fay.get(path);
  expect(body.own).toEqual({ subject: null, body: null, sms: null });
});

describe('refused, nothing written', () => {
  test.each([
    ['an unknown variable', { subject: 'On {{dat}}' }, 'subject'],
    ['a broken one', { body: 'On {{date}' }, 'body'],
    ['in the text message', { sms: '{{secret}}' }, 'sms'],
    ['a subject of two lines', { subject: 'a\nBcc: b' }, 'subject'],
    ['nothing at all', {}, 'body'],
  ])('%s', async (_, words, field) => {
    const before = (await edits()).length;
    const answer = await put('ben', words);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
    expect((await edits()).length).toBe(before);
  });
});
