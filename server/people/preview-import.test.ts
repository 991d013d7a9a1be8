import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { cpuOf } from '../testing/cpu-of.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { fileOf, invite } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const preview = (content: string | Buffer, name?: string, who: keyof World['as'] = 'ben') =>
  world.as[who].post('/api/users/import/preview', fileOf(content, name));
const contentError = async (content: string | Buffer, name?: string) => {
  const answer = await preview(content, name);
  expect(Object.keys(answer.body.errors)).toEqual(['content']);
  return [answer.status, answer.body.errors.content[0]];
};

test('stranger 401, member 403', async () => {
  const file = fileOf('E-mail,Name\na@b.example,A');
  expect((await world.anyone.post('/api/users/import/preview', file)).status).toBe(401);
  expect(outcome(await preview('E-mail,Name\na@b.example,A', 'x.csv', 'cleo'))).toEqual([
    ...[403, 'forbidden'],
  ]);
});

test('says row by row what is wrong, names duplicates, and writes nothing', async () => {
  await invite(world, 'waits@elsewhere.example');
  const before = await world.sql('SELECT count(*) FROM person');
  const { status, body } = await preview(
    [
      'E-mail;Full name;Phone;Role;Hours a week;Notes',
      'nia@x.example;Nia Brandt;+44 7700 900123;manager;20;first',
      'nia@x.example;Nia Again;;;;',
      '',
      'cleo@harbour.example;Cleo;;;;',
      'waits@elsewhere.example;W;;;;',
      'o@x.example;"=cmd|\' /C calc\'!A0";12;owner;0;',
    ].join('\r\n'),
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({ good: 1, bad: 4 });
  expect(body.columns.at(-1)).toEqual({ name: 'Notes', field: null });
  expect(body.rows).toMatchObject([
    {
      ...{ line: 2, email: 'nia@x.example', full_name: 'Nia Brandt', role_name: 'Manager' },
      ...{ phone_number: '+447700900123', weekly_hours_limit: 20, errors: {} },
    },
    { line: 3, errors: { email: ['The same address as in line 2.'] } },
    { line: 5, errors: { email: ['In the directory already: Cleo Marsh.'] } },
    { line: 6, errors: { email: ['An invitation went to this address already.'] } },
    { line: 7 },
  ]);
  expect(Object.keys(body.rows[4].errors).sort()).toEqual([
    ...['full_name', 'phone_number', 'role', 'weekly_hours_limit'],
  ]);
  expect(await world.sql('SELECT count(*) FROM person')).toEqual(before);
});

test('next door has another directory: nobody of it is named', async () => {
  const { body } = await preview('E-mail,Name\ncleo@harbour.example,Cleo', 'x.csv', 'fay');
  expect(body.rows[0].errors).toEqual({});
});

describe('files', () => {
  test('a workbook; a formula counts as what it had computed', async () => {
    const sheet = await writeExcelFile([
      [
        { value: 'Email' },
        { value: 'First name' },
        { value: 'Surname' },
        { value: 'Weekly hours' },
      ],
      [{ value: 'nia@x.example' }, { value: 'Nia' }, { value: 'Brandt' }, { value: 24 }],
      [
        { value: 'sum@x.example' },
        { value: 'Sum' },
        { value: 'Brandt' },
        { type: 'Formula', value: '=12*2' },
      ],
    ] as never).toBuffer();
    const { body } = await preview(sheet, 'people.xlsx');
    expect(body.rows[0]).toMatchObject({
      ...{ line: 2, email: 'nia@x.example', full_name: 'Nia Brandt', weekly_hours_limit: 24 },
      errors: {},
    });
    expect(body.rows[1]).toMatchObject({ line: 3, weekly_hours_limit: null });
  });

  test('of Excel on Windows: its code page, its semicolons', async () => {
    const { body } = await preview(Buffer.from('E-mail;Name\nz@x.example;Zoë Müller', 'latin1'));
    expect(body.rows[0].full_name).toBe('Zoë Müller');
  });

  test('with a mark, tabs and quotes', async () => {
    const { body } = await preview('\ufeffE-mail\tName\nq@x.example\t"Quentin ""Q"" Doe"');
    expect(body.rows[0].full_name).toBe('Quentin "Q" Doe');
  });

  // S-087.
  test('a bomb is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) }, { level: 9 });
    const spent = await cpuOf(async () =>
      expect(await contentError(Buffer.from(bomb), 'people.xlsx')).toEqual([
        ...[400, 'This workbook is damaged, or far larger than a list of people.'],
      ]),
    );
    expect(spent).toBeLessThan(2_000);
  });

  test('too many rows, too many columns, too large, no table', async () => {
    const rows = Array.from({ length: 1_001 }, (_, i) => `a${i}@x.example,A`).join('\n');
    expect(await contentError(`E-mail,Name\n${rows}`)).toEqual([400, 'At most 1000 rows at once.']);
    expect(await contentError(`${'a,'.repeat(41)}\n1`)).toEqual([400, 'At most 40 columns.']);
    expect(await contentError(Buffer.alloc(2_000_001, 65))).toEqual([400, 'At most 2 MB.']);
    expect((await contentError('E-mail,Name\n'))[0]).toBe(400);
    expect((await contentError('just text'))[0]).toBe(400);
    expect((await contentError('%PDF-1.7 …', 'people.xlsx'))[0]).toBe(400);
    expect((await contentError(Buffer.from('PK\u0003\u0004 broken')))[0]).toBe(400);
    expect((await contentError('Name\nNia'))[1]).toContain('E-mail');
    const raw = { file_name: 'x.csv', content: 'not base64 at all!' };
    expect((await world.as.ben.post('/api/users/import/preview', raw)).status).toBe(400);
    const huge = { file_name: 'x.csv', content: 'A'.repeat(3_100_000) };
    expect((await world.as.ben.post('/api/users/import/preview', huge)).status).toBe(413);
  });
});
