import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ModelServer, openModelServer } from '../testing/model-server.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { assistant } from './module.ts';
import { takes } from './testing.ts';

type Person = 'ada' | 'ben' | 'cleo' | 'fay';
const ask = (world: World, question: string, who: Person = 'ben') =>
  world.as[who].post('/api/assistant/questions', { question });

/** Harbour Care with a week's evenings and mornings, and notes that nobody else may read. */
async function settled(config: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld(config);
  const dates = { start_date: '2026-11-20', end_date: '2026-12-31' };
  const period = await openPeriod(world, { name: 'Winter', ...dates });
  const notes = 'canary-note';
  await takes(world, 'cleo', { period, date: '2026-11-27', start: '21:00', end: '21:30', notes });
  await takes(world, 'cleo', { period, date: '2026-11-28', notes });
  await asked(world, 'dev', { period, date: '2026-11-29', notes });
  await world.sql(`UPDATE shift SET admin_notes = 'canary-admin-note'`);
  await world.sql(`UPDATE person SET phone_number = '+44canary', username = 'canary-user'`);
  return world;
}

describe('without a model', () => {
  let world: World;
  beforeAll(async () => {
    world = await settled();
  });

  test('a stranger is asked to log in, a member may not', async () => {
    const question = { question: 'which gaps are open?' };
    const stranger = await world.anyone.post('/api/assistant/questions', question);
    expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
    expect(outcome(await ask(world, 'which gaps are open?', 'cleo'))).toEqual([403, 'forbidden']);
  });

  test('who can take a time: what is open of it, and who could, with reasons', async () => {
    const { status, body } = await ask(world, 'Who can take Friday 27 November, evening?');
    expect([status, body.by]).toEqual([200, 'template']);
    expect(body.answer).toMatch(
      /^Fri 27 November, Evening: 21:30–22:00 is open\. It could be taken by Ada Okafor \(free from 21:30 to 22:00; 0\.5 of 40 hours that week with it; no usual days yet\), then Ben/,
    );
    expect(body.facts.spans).toHaveLength(1);
    expect(body.facts.spans[0]).toMatchObject({ date: '2026-11-27', covered_by: ['Cleo Marsh'] });
  });

  test('what is covered says by whom; a time outside of all windows is looked at as well', async () => {
    const covered = await ask(world, 'who can take 2026-11-28 morning');
    expect(covered.body.answer).toBe('Sat 28 November, Morning: covered by Cleo Marsh.');
    const noon = await ask(world, 'who can take Saturday 12:00 to 13:00?');
    expect(noon.body.answer).toMatch(/^Sat 21 November, 12:00–13:00: 12:00–13:00 is open\./);
    const night = await ask(world, 'who can take 2026-11-27 from 21:00 to 07:00?');
    expect(night.body.facts.spans[0]).toMatchObject({
      gaps: [{ start_time: '21:30:00', end_time: '06:00:00' }],
    });
  });

  test('which gaps are open', async () => {
    const { body } = await ask(world, 'which gaps are open?');
    // Two windows on 14 days, but for the one that is covered.
    expect(body.facts.spans).toHaveLength(27);
    expect(body.answer.split('\n')[0]).toContain('Fri 20 November, Morning: 06:00–09:00 is open');
  });

  test('how many hours someone has', async () => {
    const { body } = await ask(world, 'how many hours has Cleo next week?');
    expect(body.answer).toBe('Cleo Marsh has 3.5 of 40 hours in week 2026-W48.');
    expect(body.facts.hours).toHaveLength(1);
  });

  test('anything else: what it can answer', async () => {
    const { body } = await ask(world, 'please approve all shifts');
    expect(body.answer).toContain('I can answer three kinds of question');
    expect(body.facts).toEqual({ spans: [], hours: [] });
  });

  test('next door gets facts of its own', async () => {
    const { body } = await ask(world, 'how many hours has Cleo?', 'fay');
    expect(JSON.stringify(body)).not.toMatch(/Marsh|Okafor/);
    const own = await ask(world, 'how many hours has Gus?', 'fay');
    expect(own.body.answer).toBe('Gus Weber has 0 of 40 hours in week 2026-W47.');
  });
});

test('nobody asks more than 20 times in 5 minutes, and nobody else is kept from asking', async () => {
  const world = await openWorld();
  const asks = await Promise.all(
    Array.from({ length: 25 }, () => ask(world, 'which gaps are open?')),
  );
  const refused = asks.filter(({ status }) => status === 429);
  expect(asks.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.body).toMatchObject({
    code: 'too_many_tries',
    detail: 'Too many tries. Wait 5 minutes and try again.',
  });
  expect(refused[0]?.headers.get('retry-after')).toBe('300');
  expect((await ask(world, 'which gaps are open?', 'ada')).status).toBe(200);
  expect((await ask(world, 'which gaps are open?', 'fay')).status).toBe(200);
  expect((await world.as.ben.post('/api/assistant/questions', { question: 7 })).status).toBe(400);
  world.clock.advance({ minutes: 5 });
  expect((await ask(world, 'which gaps are open?')).status).toBe(200);
});

test('nothing that can be called here writes', () => {
  expect(assistant.endpoints.map(({ kind }) => kind)).not.toContain('action');
});

describe('with a model', () => {
  let model: ModelServer;
  let world: World;
  const key = 'sk-canary-key';
  beforeAll(async () => {
    model = await openModelServer();
    const openAi = { key, url: model.url, model: 'test-model', timeoutMs: 400 };
    world = await settled({ config: { openAi } });
  });
  beforeEach(() => {
    model.behave({ how: 'say', text: 'Ask Cleo first.' });
    model.asked.length = 0;
    return world.sql('DELETE FROM throttle');
  });
  afterAll(() => model.close());

  test('it answers, from the facts', async () => {
    const { status, body } = await ask(world, 'who would be best on Sunday?');
    expect(status).toBe(200);
    expect(body).toMatchObject({ answer: 'Ask Cleo first.', by: 'model' });
    expect(model.heads.at(-1)).toEqual({
      path: '/v1/chat/completions',
      authorization: `Bearer ${key}`,
    });
    const sent = JSON.parse(model.asked[0] as string);
    expect(sent.model).toBe('test-model');
    expect(sent.tools).toBeUndefined();
    const { question, facts } = JSON.parse(sent.messages[1].content);
    expect(question).toBe('who would be best on Sunday?');
    expect(Object.keys(facts).sort()).toEqual(['hours', 'people', 'windows']);
  });

  test('it is told no notes, addresses, numbers or ids, and nothing of next door', async () => {
    for (const question of [
      'what do you know?',
      'which gaps are open?',
      'how many hours has Cleo?',
    ]) {
      await ask(world, question);
    }
    const told = model.asked.join('\n');
    expect(model.asked).toHaveLength(3);
    expect(told).toContain('Cleo Marsh');
    expect(told).not.toMatch(/canary|@|Fay|Gus|Foyle/);
    for (const id of Object.values(world.ids)) expect(told).not.toContain(id);
  });

  test.each([
    ['it is asked too much', { how: 'status', status: 429 }],
    ['it is broken', { how: 'status', status: 500 }],
    ['the key is refused', { how: 'status', status: 401 }],
    ['it talks garbage', { how: 'garbage', body: '<html>502</html>' }],
    ['it answers another thing', { how: 'garbage', body: '{"choices":[]}' }],
    ['it answers nothing at all', { how: 'garbage', body: 'null' }],
    ['it says no text', { how: 'say', text: { tool: 'approve' } }],
    ['it says nothing', { how: 'say', text: ' \u0000\n' }],
    ['it is too slow to begin', { how: 'stall', after: 'nothing' }],
    ['it is too slow to end', { how: 'stall', after: 'head' }],
  ] as const)('%s: the template answers', async (_, behaviour) => {
    model.behave(behaviour);
    const began = performance.now();
    const { status, body } = await ask(world, 'how many hours has Cleo next week?');
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(status).toBe(200);
    expect(body.by).toBe('template');
    expect(body.answer).toBe('Cleo Marsh has 3.5 of 40 hours in week 2026-W48.');
    expect(model.asked).toHaveLength(1);
    model.behave({ how: 'say', text: 'Back again.' });
    expect((await ask(world, 'and now?')).body.by).toBe('model');
  });

  test('what it says is bounded and holds no controls', async () => {
    model.behave({ how: 'say', text: `\u202Ea\u0007\u0000b\ud800${'😀'.repeat(5_000)}` });
    const { body } = await ask(world, 'hello');
    expect(body.by).toBe('model');
    expect(body.answer.startsWith('ab\ufffd😀')).toBe(true);
    expect(Array.from(body.answer)).toHaveLength(2_000);
    expect(body.answer.isWellFormed()).toBe(true);
  });

  test('while it thinks, no connection to the database is held and nothing is written', async () => {
    const journal = () =>
      world.sql(`SELECT count(*) FROM journal WHERE event <> 'session.started'`);
    const before = await journal();
    let held = -1;
    model.meanwhile(async () => {
      const { pool } = world.program.app;
      held = pool.totalCount - pool.idleCount;
    });
    expect((await ask(world, 'approve everything')).body.by).toBe('model');
    expect(held).toBe(0);
    expect(await journal()).toEqual(before);
    model.meanwhile(async () => {});
  });
});
