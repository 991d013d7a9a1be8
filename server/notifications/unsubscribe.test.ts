import { beforeAll, describe, expect, test } from 'vitest';
import { channelsTold, toldTo } from '../testing/notification-steps.ts';
import { whenDone } from '../testing/open-things.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPostOffice, type PostOffice } from '../testing/post-office.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { until } from '../testing/until.ts';

let world: World;
let office: PostOffice;
let period: string;
let path: string;
beforeAll(async () => {
  office = await openPostOffice();
  whenDone(() => office.close());
  world = await openWorld({ config: { smtpUrl: office.url, works: true } });
  period = await openPeriod(world);
  await approve(world, await asked(world, 'cleo', { period, date: '2026-12-01' }));
  const raw = await mailTo('cleo@harbour.example', 0);
  path = /^List-Unsubscribe: <https?:\/\/[^/]+(\/api\/unsubscribe\/[^>]+)>/im.exec(
    raw,
  )?.[1] as string;
});

/** A mail as it came, its folded headers unfolded. */
async function mailTo(address: string, index: number): Promise<string> {
  const mails = () => office.taken.filter(({ to }) => to === address);
  const mail = await until(`mail to ${address}`, () => mails()[index]);
  return mail.raw.replaceAll(/\r\n[ \t]+/g, ' ');
}
const click = (at = path) =>
  world.anyone.send('POST', at, {
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const updates = async () =>
  (await world.journal()).filter(({ event }) => event === 'preferences.updated');

test('a mail says how to stop its kind: in its headers, its text and its HTML', async () => {
  const raw = await mailTo('cleo@harbour.example', 0);
  expect(path).toMatch(/^\/api\/unsubscribe\/[\w.-]+$/);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  const text = raw.replaceAll(/=\r\n/g, '').replaceAll('=3D', '=');
  expect(text.split(path).length).toBeGreaterThanOrEqual(4);
});

test('what can’t be switched off has no such header', async () => {
  await world.anyone.post('/api/auth/password-reset', { email: 'dev@harbour.example' });
  expect(await mailTo('dev@harbour.example', 0)).not.toMatch(/List-Unsubscribe|Stop these mails/i);
});

describe('the link', () => {
  test('shows a page and changes nothing, however often it is opened', async () => {
    for (const who of [world.anyone, world.as.ben]) {
      const { status, body, headers } = await who.get(path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(body).toContain('<form method="post">');
      expect(body).toContain('My request is approved or not');
    }
    expect(await updates()).toEqual([]);
  });

  test('one click stops the kind by mail, once; in the app it is still told', async () => {
    const answers = [await click(), await click()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toContain('No more of these mails');
    expect(await updates()).toMatchObject([
      {
        actor_id: null,
        subject_id: world.ids.cleo,
        data: { kind: 'shift_decided', channel: 'email', chosen: false, by_link: true },
      },
    ]);
    await approve(world, await asked(world, 'cleo', { period, date: '2026-12-02' }));
    expect(await channelsTold(world, 'cleo', 'shift-approved')).toEqual(['email']);
    expect(await toldTo(world, 'cleo')).toHaveLength(2);
  });

  test('a form of several parts does as well', async () => {
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const answer = await world.anyone.send('POST', path, { body: form });
    expect(answer.status).toBe(200);
  });

  test('one that was tampered with opens nothing', async () => {
    const [ids = '', kind = '', mac = ''] = path.slice(path.lastIndexOf('/') + 1).split('.');
    const forged = [
      `${ids}.offer.${mac}`,
      `${ids}.security.${mac}`,
      `${ids}.constructor.${mac}`,
      `${ids}.${kind}.${mac.slice(1)}`,
      `${ids.slice(0, -1)}A.${kind}.${mac}`,
      `${kind}`,
    ];
    for (const token of forged) {
      const at = `/api/unsubscribe/${token}`;
      expect([token, outcome(await click(at))]).toEqual([token, [404, 'not_found']]);
      expect(outcome(await world.anyone.get(at))).toEqual([404, 'not_found']);
    }
    expect(await updates()).toHaveLength(1);
  });
});
