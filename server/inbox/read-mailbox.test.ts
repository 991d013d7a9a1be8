import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let message: string;
beforeAll(async () => {
  world = await openWorld();
  await world.sql('UPDATE person SET first_name = $2 WHERE id = $1', [
    world.ids.cleo,
    '<img src=x onerror=alert(1)> & "Cleo"',
  ]);
  const period = await openPeriod(world, { name: 'Winter & <b>frost</b>' });
  await asked(world, 'cleo', { period, notes: '</td><script>alert(2)</script>' });
  const { body } = await world.as.ben.get('/api/mailbox?to=ben@harbour.example');
  message = body[0].id;
});

const read = (who: keyof World['as'], id = message) => world.as[who].get(`/api/mailbox/${id}`);

test('a member may not; next door there is no such message', async () => {
  expect(outcome(await read('cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await read('fay'))).toEqual([404, 'not_found']);
});

test('what people wrote is text in the HTML, never markup', async () => {
  const { status, body } = await read('ben');
  expect(status).toBe(200);
  expect(body.html).not.toMatch(/<script|<img|<b>/);
  expect(body.html).toContain('&lt;/td&gt;&lt;script&gt;alert(2)&lt;/script&gt;');
  expect(body.html).toContain('Winter &amp; &lt;b&gt;frost&lt;/b&gt;');
  expect(body.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Cleo&quot; Marsh');
  expect(body.text).toContain('Notes: </td><script>alert(2)</script>');
  expect(body.text).toContain('Hello Ben Lindqvist,');
  expect(body.text).toContain('http://localhost:3000/queue');
  expect(body.attempt_log).toEqual([]);
});

test('on one local machine anyone reads it', async () => {
  const { status, body } = await world.anyone.get(`/api/mailbox/${message}`);
  expect([status, body.id]).toEqual([200, message]);
});

test('an id that is none is named, one that never was is not there', async () => {
  const odd = await read('ben', 'x');
  expect(Object.keys(odd.body.errors)).toEqual(['id']);
  const never = await read('ben', '0198c0de-0000-7000-8000-000000000000');
  expect(outcome(never)).toEqual([404, 'not_found']);
});

describe('the link of a password reset', () => {
  const token = /token=([\w-]+)/;
  async function resetOf(email: string, other: World) {
    await other.anyone.post('/api/auth/password-reset', { email });
    const { body } = await other.as.ben.get(`/api/mailbox?to=${email}&limit=1`);
    return other.as.ben.get(`/api/mailbox/${body[0].id}`);
  }

  test('works in the mailbox of a newcomer’s machine', async () => {
    const { body } = await resetOf('ada@harbour.example', world);
    const password = 'a new lantern, 43';
    const found = token.exec(body.text)?.[1];
    const answer = await world.anyone.post('/api/auth/password-reset-confirm', {
      ...{ token: found, password },
    });
    expect(answer.status).toBe(200);
  });

  test('is no way for an admin to become the owner where others have accounts', async () => {
    const reached = await openWorld({ config: { local: false } });
    const { body } = await resetOf('ada@harbour.example', reached);
    expect(body.subject).toBe('Set a new password');
    for (const shown of [body.text, body.html]) {
      expect(token.exec(shown)?.[1]).toBe('hidden-from-others');
    }
  });
});
