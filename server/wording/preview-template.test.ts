import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const preview = (words: object, name = 'shift-approved', who: keyof World['as'] = 'ben') =>
  world.as[who].post(`/api/message-templates/${name}/preview`, { language: 'en', ...words });

test('who may: admins', async () => {
  const stranger = await world.anyone.post('/api/message-templates/shift-approved/preview', {});
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  expect(outcome(await preview({}, 'shift-approved', 'cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await preview({}, 'none'))).toEqual([404, 'not_found']);
});

test('says what a letter would say; nothing is written', async () => {
  const { status, body } = await preview({
    body: 'Yes, {{recipient}} & <you>',
    sms: 'On {{date}}',
  });
  expect(status).toBe(200);
  expect(body.subject).toBe('Approved: your shift on Tue, 1 December 2026, 06:00–09:00');
  expect(body.html).toContain('Yes, Ben Lindqvist &amp; &lt;you&gt;');
  expect(body.text).toContain('Yes, Ben Lindqvist & <you>');
  expect(body.sms).toContain('On Tue, 1 December 2026');
  expect((await world.as.ben.get('/api/message-templates/shift-approved')).body.own.sms).toBeNull();
});

test('every template can be shown as usual, complete in HTML, text and text message', async () => {
  const { body: all } = await world.as.ben.get('/api/message-templates');
  for (const { name } of all) {
    const { status, body } = await preview({}, name);
    expect([name, status]).toEqual([name, 200]);
    expect(`${body.subject} ${body.text} ${body.sms}`).not.toMatch(/undefined|null|\[object|\{\{/);
  }
});

test('the usual texts are fit to begin with', async () => {
  const { body: all } = await world.as.ben.get('/api/message-templates');
  for (const { name } of all) {
    const { usual } = (await world.as.ben.get(`/api/message-templates/${name}`)).body;
    expect([name, (await preview(usual, name)).status]).toEqual([name, 200]);
  }
});

test('an unknown variable is named', async () => {
  const answer = await preview({ subject: '{{nobody}}' });
  expect(answer).toMatchObject({ status: 400, body: { errors: { subject: expect.anything() } } });
});
