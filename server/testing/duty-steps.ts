import type { Answered } from './client.ts';
import type { World } from './open-world.ts';

type Who = keyof World['as'];

/** What the tests of duties do again and again, through the HTTP door. Ben plans. */
async function made(world: World, path: string, body: object): Promise<string> {
  const answer = await world.as.ben.post(path, body);
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

let number = 0;

/** A duty from 18:00 to 20:00 for one person, or as said. Names differ from one to the next. */
export function makeDutyType(world: World, fields: Record<string, unknown> = {}): Promise<string> {
  number += 1;
  const usual = fields.sun || fields.start_time ? {} : { start_time: '18:00', end_time: '20:00' };
  return made(world, '/api/duty-types', { name: `Duty ${number}`, ...usual, ...fields });
}

/** A roster of December 2026 with these duties, or as said. */
export function makeRoster(
  world: World,
  duty_types: readonly string[],
  fields: Record<string, unknown> = {},
): Promise<string> {
  const december = { name: 'December 2026', start_date: '2026-12-01', end_date: '2026-12-31' };
  return made(world, '/api/rosters', { ...december, duty_types, ...fields });
}

/** A roster of December with one duty. */
export async function openRoster(
  world: World,
  type: Record<string, unknown> = {},
  roster: Record<string, unknown> = {},
): Promise<{ roster: string; duty: string }> {
  const duty = await makeDutyType(world, type);
  return { roster: await makeRoster(world, [duty], roster), duty };
}

/** A cell of a roster. */
export type Cell = { roster: string; duty: string; date?: string };

/** Ben assigns someone; on 1 December unless said otherwise. */
export function assign(world: World, who: Who, cell: Cell, by: Who = 'ben'): Promise<Answered> {
  return world.as[by].post('/api/duty-assignments', {
    ...{ roster: cell.roster, duty_type: cell.duty, date: cell.date ?? '2026-12-01' },
    person: world.ids[who],
  });
}

/** Assigns and expects it to be done; returns the assignment's id. */
export async function assigned(world: World, who: Who, cell: Cell): Promise<string> {
  const answer = await assign(world, who, cell);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** A reason that is long enough. */
export const reason = 'The hall is closed that evening';

/** Ben unlocks an assignment. */
export function unlock(world: World, id: string, body: object = { reason }): Promise<Answered> {
  return world.as.ben.post(`/api/duty-assignments/${id}/unlock`, body);
}

/** The grid of a roster as someone sees it. */
export async function gridOf(world: World, roster: string, asked = '', who: Who = 'cleo') {
  const answer = await world.as[who].get(`/api/duty-assignments/grid?roster=${roster}${asked}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Who is in a cell of the grid, by name. */
export async function namesIn(world: World, cell: Cell, asked = ''): Promise<string[]> {
  const grid = await gridOf(world, cell.roster, asked);
  const row = grid.rows.find((one: { date: string }) => one.date === (cell.date ?? '2026-12-01'));
  const found = row?.cells.find((one: { duty_type: string }) => one.duty_type === cell.duty);
  return found?.assignments.map((one: { person_name: string }) => one.person_name) ?? [];
}

/** The commitments that an assignment made. */
export function commitmentsOf(world: World, assignment: string) {
  return world.sql('SELECT holder_kind, holder_id FROM commitment WHERE source_id = $1', [
    assignment,
  ]);
}

/** What became of the reminders of an assignment. */
export async function remindersOf(world: World, assignment: string): Promise<string[]> {
  const rows = await world.sql<{ status: string }>(
    'SELECT status FROM reminder WHERE assignment_id = $1 ORDER BY created_at, id',
    [assignment],
  );
  return rows.map(({ status }) => status);
}

/** The messages that came of an entry about one thing: template and address. */
export function toldOf(world: World, subject: string) {
  return world.sql<{ template: string; address: string }>(
    `SELECT m.template, m.address FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 ORDER BY m.created_at, m.id`,
    [subject],
  );
}

/** What a stranger, a member and someone of another organisation are told: 401, 403, and as nobody's. */
export async function outsiders(
  world: World,
  call: (as: World['anyone']) => Promise<Answered>,
): Promise<number[]> {
  const answers = [await call(world.anyone), await call(world.as.cleo), await call(world.as.fay)];
  return answers.map(({ status }) => status);
}

/** A file as bytes, as someone downloads it. */
export async function download(world: World, path: string, token: string): Promise<Buffer> {
  const response = await fetch(`${world.origin}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return Buffer.from(await response.arrayBuffer());
}

/** A table of assignments as it is sent. */
export function tableOf(roster: string, text: string) {
  return { roster, file_name: 'roster.csv', content: Buffer.from(text).toString('base64') };
}
