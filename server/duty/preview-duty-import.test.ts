import { beforeAll, describe, expect, test } from 'vitest';
import { assigned, makeDutyType, makeRoster, outsiders, tableOf } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { commitElsewhere } from '../testing/rota-steps.ts';

let world: World;
let roster: string;
let doors: string;
let tea: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors', people: 2 });
  tea = await makeDutyType(world, { name: 'Tea', start_time: '08:00', end_time: '09:00' });
  roster = await makeRoster(world, [doors, tea]);
});

const preview = async (text: string) =>
  (await world.as.ben.post('/api/duty-assignments/import/preview', tableOf(roster, text))).body;

test('strangers and members may not, and to another organisation there is no such roster', async () => {
  const body = tableOf(roster, 'Date,Duty,Name\n2026-12-01,Tea,Cleo Marsh');
  const call = (as: World['anyone']) => as.post('/api/duty-assignments/import/preview', body);
  expect(await outsiders(world, call)).toEqual([401, 403, 400]);
});

test('line by line: what would be assigned, what stands already, what is wrong, by column', async () => {
  await assigned(world, 'cleo', { roster, duty: tea, date: '2026-12-01' });
  await commitElsewhere(world, 'eli', '2026-12-02T07:30:00Z', '2026-12-02T08:30:00Z');
  const before = await world.sql('SELECT count(*) FROM duty_assignment');
  const made = await preview(
    [
      ...['Date,Duty,Name', '2026-12-01,tea,cleo marsh', '2026-12-01,Tea,Dev Patel'],
      ...['2026-12-02,Tea,eli@harbour.example', '2026-12-02,Doors,Dev Patel'],
      ...['2026-12-03,Lights,Nobody Here', '2027-01-03,Tea,Dev Patel', '3.12.2026,Tea,Dev Patel'],
    ].join('\n'),
  );
  expect(made).toMatchObject({ good: 1, bad: 5, standing: 1 });
  expect(made.rows).toMatchObject([
    { line: 2, stands: true, errors: {}, duty_type: tea, person: world.ids.cleo },
    { line: 3, errors: { duty: ['Cleo Marsh has Tea on 2026-12-01.'] } },
    { line: 4, errors: { person: [expect.stringMatching(/^Eli Novak is on duty/)] } },
    { line: 5, errors: {}, duty_name: 'Doors', person_name: 'Dev Patel', stands: false },
    {
      line: 6,
      errors: {
        duty: ['No duty of the roster is named “Lights”.'],
        person: ['Nobody active is called “Nobody Here”.'],
      },
    },
    { line: 7, errors: { date: [expect.stringContaining('2026-12-31')] } },
    { line: 8, errors: { date: ['Write the date as 2026-12-01.'] } },
  ]);
  expect(await world.sql('SELECT count(*) FROM duty_assignment')).toEqual(before);
});

test('as a grid: dates down, duties across, names inside', async () => {
  const made = await preview(
    'Date,Day,DOORS,Tea\n2026-12-10,Thu,"Cleo Marsh\nDev Patel",Eli Novak\n2026-12-11,Fri,,Ada Okafor; Ben Lindqvist',
  );
  expect(made.rows).toMatchObject([
    { line: 2, duty_name: 'Doors', person_name: 'Cleo Marsh', errors: {} },
    { line: 2, duty_name: 'Doors', person_name: 'Dev Patel', errors: {} },
    { line: 2, duty_name: 'Tea', person_name: 'Eli Novak', errors: {} },
    { duty_name: 'Tea', person_name: 'Ada Okafor', errors: {} },
    { duty_name: 'Tea', person_name: 'Ben Lindqvist', errors: { duty: [expect.any(String)] } },
  ]);
});

describe('tables that are none', () => {
  test.each([
    ['no date', 'Duty,Name\nTea,Cleo Marsh', 'No column is named “Date”.'],
    ['neither form', 'Date,Who\n2026-12-01,Cleo Marsh', /Name the columns/],
    ['a duty it does not have', 'Date,Tea,Dors\n2026-12-01,Cleo Marsh,', /“Dors”/],
    ['no names', 'Date,Tea\n2026-12-01,', 'There is no name in it.'],
    ['no rows', 'Date,Tea', /no row below/],
  ])('%s: 400', async (_, text, sentence) => {
    const made = await preview(text);
    expect(made).toMatchObject({ status: 400, errors: { content: [expect.anything()] } });
    expect(made.errors.content[0]).toMatch(sentence);
  });

  test('two of one name: by their e-mail', async () => {
    await world.sql(`UPDATE person SET first_name = 'Eli', last_name = 'Novak' WHERE id = $1`, [
      world.ids.ada,
    ]);
    const made = await preview('Date,Tea\n2026-12-20,Eli Novak');
    expect(made.rows[0].errors.person[0]).toContain('2 people are called');
    expect((await preview('Date,Tea\n2026-12-20,eli@harbour.example')).good).toBe(1);
  });
});
