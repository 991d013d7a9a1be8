import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { accessOf } from '../testing/socket.ts';

const path = '/api/calendar/export/month/2026/12';
const header =
  'Date,Day,Name,Start,End,Ends next day,Minutes,Hours,Status,Coverage of the day,Notes';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-11-01', end_date: '2027-03-31' };
  period = await openPeriod(world, { name: 'Winter', ...dates });
});

const take = async (who: 'cleo' | 'dev' | 'eli', wish: Record<string, unknown>) => {
  const shift = await asked(world, who, { period, ...wish });
  expect((await approve(world, shift)).status).toBe(200);
};
const linesFor = async (who: keyof World['as'], query = '', of = path): Promise<string[]> => {
  const answer = await world.as[who].get(`${of}${query}`);
  expect(answer.status).toBe(200);
  return answer.body.split('\r\n');
};

test('a stranger is asked to log in; next door has its own', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  await take('cleo', { date: '2026-12-01', notes: 'hers' });
  expect((await linesFor('fay')).join()).not.toMatch(/Cleo|hers/);
});

test('a file with a header, a row per shift and per day without', async () => {
  await take('dev', { date: '2026-12-02', start: '22:00', end: '06:20', overnight: true });
  const answer = await world.as.eli.get(path);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="rota-2026-12.csv"');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const lines = await linesFor('eli', '?format=csv');
  expect(lines.slice(0, 4)).toEqual([
    header,
    '2026-12-01,Tuesday,Cleo Marsh,06:00,09:00,no,180,3,APPROVED,partial,',
    '2026-12-02,Wednesday,Dev Patel,22:00,06:20,yes,500,8.33,APPROVED,none,',
    '2026-12-03,Thursday,,,,,,,,none,',
  ]);
  expect(lines).toHaveLength(1 + 31 + 1);
  const bytes = await fetch(`${world.origin}${path}`, {
    headers: { authorization: `Bearer ${await accessOf(world, 'eli')}` },
  }).then((response) => response.bytes());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('notes only to whom they belong; what looks like a formula is text', async () => {
  await take('cleo', { date: '2026-12-10', notes: '=HYPERLINK("http://x";"y")' });
  const line = async (who: keyof World['as'], date: string) =>
    (await linesFor(who)).find((one) => one.startsWith(date));
  expect(await line('dev', '2026-12-10')).toMatch(/,partial,$/);
  for (const who of ['cleo', 'ben'] as const) {
    expect(await line(who, '2026-12-10')).toMatch(/,"'=HYPERLINK\(""http:\/\/x"";""y""\)"$/);
  }
  const days = ['2026-12-11', '2026-12-12', '2026-12-13', '2026-12-14', '2026-12-15'];
  const notes = ['+1', '-1', '@SUM(A1)', 'plain -1', 'a "quoted", line\nand more'];
  for (const [i, date] of days.entries()) await take('cleo', { date, notes: notes[i] });
  // A tab or line break at the start never gets in: text is trimmed. Should one be there, it is text.
  await world.sql("UPDATE shift SET notes = E'\\t=1' WHERE date = '2026-12-14'");
  const shown = await Promise.all(days.map((date) => line('cleo', date)));
  expect(shown.map((one) => one?.split('partial,')[1])).toEqual([
    ...["'+1", "'-1", "'@SUM(A1)", "'\t=1", '"a ""quoted"", line\nand more"'],
  ]);
});

test('a name that looks like a formula is text', async () => {
  await take('eli', { date: '2027-01-05' });
  await world.sql("UPDATE person SET first_name = '=cmd' WHERE id = $1", [world.ids.eli]);
  const lines = await linesFor('ben', '', '/api/calendar/export/month/2027/1');
  expect(lines[5]).toMatch(/^2027-01-05,Tuesday,'=cmd /);
});

test('one person’s shifts; requests when asked for', async () => {
  await take('dev', { date: '2027-02-01' });
  await asked(world, 'cleo', { period, date: '2027-02-02' });
  const february = '/api/calendar/export/month/2027/2';
  const rows = async (who: keyof World['as'], query: string) =>
    (await linesFor(who, query, february)).filter((line) => /Dev|Cleo/.test(line)).length;
  expect(await rows('ben', '')).toBe(1);
  expect(await rows('ben', '?pending=true')).toBe(2);
  expect(await rows('dev', '?pending=true')).toBe(1);
  expect(await rows('ben', `?pending=true&person=${world.ids.cleo}`)).toBe(1);
});

test.each([
  ['2026/13', 'month'],
  ['1969/1', 'year'],
  ['2026/12?format=pdf', 'format'],
  ['2026/12?person=7', 'person'],
])('%s: 400 that names the field', async (of, field) => {
  const answer = await world.as.cleo.get(`/api/calendar/export/month/${of}`);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});
