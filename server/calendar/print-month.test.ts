import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

const path = '/api/calendar/print/2026/12';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const page = async (who: keyof World['as'], query = ''): Promise<string> => {
  const answer = await world.as[who].get(`${path}${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const take = async (who: 'cleo' | 'dev', wish: Record<string, unknown>) => {
  const shift = await asked(world, who, { period, ...wish });
  expect((await approve(world, shift)).status).toBe(200);
};

test('a stranger is asked to log in; next door has its own', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  await take('cleo', { date: '2026-12-01', notes: 'hers' });
  expect(await page('fay')).not.toMatch(/Cleo|hers|Harbour/);
});

test('of one person: their name and shifts, and nothing that others leave open', async () => {
  const path = `/api/calendar/print/2026/12?person=${world.ids.cleo}`;
  const { body } = await world.as.ben.get(path);
  expect(body).toContain('<h1>December 2026 · Harbour Care · Cleo Marsh</h1>');
  expect(body).toContain('<li>06:00–09:00 Cleo Marsh</li>');
  expect(body).not.toMatch(/<span class="open"|Dev Patel|days covered/);
});

test('what is open around the month stays off it', async () => {
  const { body } = await world.as.cleo.get('/api/calendar/print/2026/12');
  expect(body).toContain('<td class="other"><b>30</b></td>');
});

test('who is on when and what is open, without notes, for everyone', async () => {
  await take('dev', { date: '2026-12-02', start: '21:00', end: '06:00', overnight: true });
  for (const who of ['cleo', 'eli', 'ben'] as const) {
    const html = await page(who);
    expect(html).toContain('<h1>December 2026 · Harbour Care</h1>');
    expect(html).toContain('<li>06:00–09:00 Cleo Marsh</li>');
    expect(html).toContain('<li>21:00–06:00 next day Dev Patel</li>');
    expect(html).toContain(
      '<b>1</b><ul><li>06:00–09:00 Cleo Marsh</li></ul><span class="open">open 21:00–22:00</span>',
    );
    expect(html).not.toContain('hers');
    expect(html.match(/<tr>/g)).toHaveLength(1 + 5);
  }
});

test('no script, nothing from elsewhere; its own sheet is the only style', async () => {
  const answer = await world.as.cleo.get(path);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const style = /<style>([\s\S]*)<\/style>/.exec(answer.body)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  expect(answer.headers.get('content-security-policy')).toBe(`${policy}; frame-ancestors 'none'`);
  expect(answer.body).toContain(`content="${policy.replaceAll("'", '&#39;')}"`);
  expect(answer.body).not.toMatch(/<script|style="|src=|href=|@import|url\(/);
});

test('names are text, whatever is in them', async () => {
  await world.sql(`UPDATE person SET last_name = '<img src=x onerror="a()">&' WHERE id = $1`, [
    world.ids.cleo,
  ]);
  const html = await page('eli');
  expect(html).toContain('Cleo &lt;img src=x onerror=&quot;a()&quot;&gt;&amp;');
  expect(html).not.toContain('<img');
  await world.sql("UPDATE person SET last_name = 'Marsh' WHERE id = $1", [world.ids.cleo]);
});

test('one person’s shifts; requests when asked for, marked as such', async () => {
  await asked(world, 'cleo', { period, date: '2026-12-20', start: '12:00', end: '13:00' });
  expect(await page('ben')).not.toContain('12:00–13:00');
  expect(await page('ben', '?pending=true')).toContain(
    '<span class="pending">12:00–13:00 Cleo Marsh (asked)</span>',
  );
  expect(await page('eli', '?pending=true')).not.toContain('12:00–13:00');
  expect(await page('eli', `?person=${world.ids.dev}`)).not.toContain('Cleo');
});

test.each([
  ['2026/13', 'month'],
  ['x/12', 'year'],
  ['2026/12?person=7', 'person'],
])('%s: 400 that names the field', async (of, field) => {
  const answer = await world.as.cleo.get(`/api/calendar/print/${of}`);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});
