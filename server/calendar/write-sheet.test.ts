import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { accessOf } from '../testing/socket.ts';

const path = '/api/calendar/export/month/2026/12?format=xlsx';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const formulas = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-11-01', end_date: '2027-03-31' };
  period = await openPeriod(world, { name: 'Winter', ...dates });
  await take('dev', { date: '2026-12-02', start: '22:00', end: '06:20', overnight: true });
  for (const [i, notes] of formulas.entries()) {
    const date = `2026-12-1${i}`;
    await take('cleo', { date });
    // The API trims text: what begins with a tab or line break never gets in. Should it be there, it is text.
    await world.sql('UPDATE shift SET notes = $1 WHERE date = $2', [notes, date]);
  }
});

const take = async (who: 'cleo' | 'dev', wish: Record<string, unknown>) => {
  const shift = await asked(world, who, { period, ...wish });
  expect((await approve(world, shift)).status).toBe(200);
};

type Part = (name: string) => string;
const download = async (who: 'cleo' | 'dev' | 'eli' | 'fay', of = path) => {
  const headers = { authorization: `Bearer ${await accessOf(world, who)}` };
  const response = await fetch(world.origin + of, { headers });
  expect(response.status).toBe(200);
  const files = unzipSync(await response.bytes());
  const part: Part = (name) => strFromU8(files[name] ?? expect.fail(`${name} is not there`));
  return { response, part, names: Object.keys(files), cells: cellsOf(part) };
};

const unescaped = (xml: string) =>
  xml
    .replaceAll('\r', '\n') // as XML readers do
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');

/** What stands in each cell, by address: type, value (of text the text), format, boldness. */
function cellsOf(part: Part) {
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)];
  const styles = part('xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/<numFmt [^>]*>/g)].map(([one]) => [
      attribute(one, 'numFmtId'),
      attribute(one, 'formatCode'),
    ]),
  );
  const fonts = [...styles.matchAll(/<font>.*?<\/font>/gs)].map(([one]) => /<b\b/.test(one));
  const inUse = styles.slice(styles.indexOf('<cellXfs'));
  const looks = [...inUse.matchAll(/<xf [^>]*>/g)].map(([one]) => ({
    format: formats.get(attribute(one, 'numFmtId')) ?? attribute(one, 'numFmtId'),
    bold: fonts[Number(attribute(one, 'fontId'))] ?? false,
  }));
  const cells = part('xl/worksheets/sheet1.xml').matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g);
  return new Map(
    [...cells].map(([, head = '', raw]) => {
      const type = attribute(head, 't') ?? 'n';
      const value = type === 's' ? unescaped(shared[Number(raw)]?.[1] ?? '') : Number(raw);
      return [attribute(head, 'r'), { type, value, ...looks[Number(attribute(head, 's') ?? 0)] }];
    }),
  );
}

function attribute(xml: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(xml)?.[1];
}

const row = ({ cells }: Awaited<ReturnType<typeof download>>, number: number) =>
  [...'ABCDEFGHIJK'].map((column) => cells.get(`${column}${number}`)?.value ?? '');

test('a stranger is asked to log in; next door has its own', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  const { part } = await download('fay');
  expect(part('xl/sharedStrings.xml')).not.toMatch(/Cleo|Dev|HYPERLINK/);
});

test('a workbook to download: one sheet named for the month, its header bold and frozen', async () => {
  const { response, part, names, cells } = await download('eli');
  expect(response.headers.get('content-type')).toBe(media);
  const file = 'attachment; filename="rota-2026-12.xlsx"';
  expect(response.headers.get('content-disposition')).toBe(file);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(names.filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(1);
  expect(part('xl/workbook.xml')).toContain('name="December 2026"');
  const pane = /<pane [^>]*>/.exec(part('xl/worksheets/sheet1.xml'))?.[0] ?? '';
  expect([attribute(pane, 'ySplit'), attribute(pane, 'state')]).toEqual(['1', 'frozen']);
  const bold = [...cells].filter(([, cell]) => cell.bold).map(([address]) => address);
  expect(bold).toEqual([...'ABCDEFGHIJK'].map((column) => `${column}1`));
});

test('the rows of the CSV; dates, minutes and hours are numbers', async () => {
  const sheet = await download('eli');
  // 46,358 days after 30 December 1899, as spreadsheets count, is 2 December 2026.
  const days = Temporal.PlainDate.from('1899-12-30').until('2026-12-02').days;
  expect(sheet.cells.get('A3')).toMatchObject({ type: 'n', value: days, format: 'yyyy-mm-dd' });
  expect(sheet.cells.get('G3')).toMatchObject({ type: 'n', value: 500 });
  expect(sheet.cells.get('H3')).toMatchObject({ type: 'n', value: 500 / 60 });
  expect(['2', '0.00']).toContain(sheet.cells.get('H3')?.format);
  expect(row(sheet, 4)).toEqual([days + 1, 'Thursday', ...Array(7).fill(''), 'none', '']);

  const { body } = await world.as.eli.get(path.replace('xlsx', 'csv'));
  const lines = body.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + 31);
  for (const [i, line] of lines.entries()) {
    const [date, ...cells] = row(sheet, i + 1);
    if (i > 0) expect(date).toBe(days + i - 2);
    const hours = cells[6];
    if (typeof hours === 'number') cells[6] = Number(hours.toFixed(2));
    expect(cells.join(',')).toBe(line.split(',').slice(1).join(','));
  }
});

test('notes only to whom they belong; what looks like a formula is text as written', async () => {
  const shown = async (who: 'cleo' | 'dev') => {
    const sheet = await download(who);
    expect(sheet.part('xl/worksheets/sheet1.xml')).not.toMatch(/<f[\s/>]/);
    return formulas.map((_, i) => sheet.cells.get(`K${11 + i}`));
  };
  const texts = formulas.map((notes) => {
    return expect.objectContaining({ type: 's', value: notes.replace('\r', '\n') });
  });
  expect(await shown('cleo')).toEqual(texts);
  expect(await shown('dev')).toEqual(formulas.map(() => undefined));
});

test('a name that looks like a formula is text', async () => {
  await take('cleo', { date: '2027-01-05' });
  await world.sql("UPDATE person SET first_name = '=cmd' WHERE id = $1", [world.ids.cleo]);
  const sheet = await download('eli', '/api/calendar/export/month/2027/1?format=xlsx');
  const name = { type: 's', value: expect.stringMatching(/^=cmd /) };
  expect(sheet.cells.get('C6')).toMatchObject(name);
  expect(sheet.part('xl/worksheets/sheet1.xml')).not.toMatch(/<f[\s/>]/);
});
