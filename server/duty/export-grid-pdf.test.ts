import { writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { assigned, download, makeDutyType, makeRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { accessOf } from '../testing/socket.ts';

let world: World;
let roster: string;
beforeAll(async () => {
  world = await openWorld();
  const doors = await makeDutyType(world, { name: 'أذان المغرب', people: 2 });
  const tea = await makeDutyType(world, { name: 'Tea', start_time: '08:00', end_time: '09:00' });
  roster = await makeRoster(world, [doors, tea]);
  await world.as.ada.patch('/api/organisation', { second_calendar: 'misri' });
  await world.sql(`UPDATE person SET first_name = 'محمد', last_name = 'عبد الله' WHERE id = $1`, [
    world.ids.dev,
  ]);
  await assigned(world, 'dev', { roster, duty: doors });
  await assigned(world, 'cleo', { roster, duty: tea, date: '2026-12-02' });
});

const path = () => `/api/duty-assignments/grid.pdf?roster=${roster}`;

test('a PDF with its fonts inside, named after the roster', async () => {
  const answer = await world.as.cleo.get(path());
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="roster-december-2026.pdf"',
  );
  const file = await download(world, path(), await accessOf(world, 'cleo'));
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  const text = file.toString('latin1');
  expect(text).toContain('%%EOF');
  expect(text).toMatch(/Roboto-Regular/);
  expect(text).toMatch(/NotoNaskhArabic/);
  if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, file);
});

test('for people of the organisation only', async () => {
  expect((await world.anyone.get(path())).status).toBe(401);
  expect((await world.as.fay.get(path())).status).toBe(404);
});
