import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ModelServer, openModelServer } from '../testing/model-server.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';
import { later, runDue, takes } from './testing.ts';

let model: ModelServer;
let world: World;
let period: string;
beforeEach(async () => {
  model = await openModelServer();
  const openAi = { key: 'sk-canary', url: model.url, model: 'test-model', timeoutMs: 400 };
  world = await openWorld({ config: { openAi } });
  const dates = { start_date: '2026-11-20', end_date: '2026-12-31' };
  period = await openPeriod(world, { name: 'Winter', ...dates });
  await takes(world, 'cleo', { period, date: '2026-11-27', notes: 'canary-note' });
  await runDue(world);
});
afterEach(() => model.close());

/** Lets the next morning come; the letter that Ben gets. */
async function morning(): Promise<{ text: string; html: string; count: number }> {
  world.clock.advance({ hours: 21 });
  await runDue(world);
  const rows = await world.sql<{ id: string }>(
    `SELECT id FROM message WHERE template = 'gap-alert' AND person_id = $1 ORDER BY created_at`,
    [world.ids.ben],
  );
  const { body } = await later(world, 'ben').get(`/api/mailbox/${rows.at(-1)?.id}`);
  return { ...body, count: rows.length };
}

test('what the model says is in the letter as plain text, beside all the facts', async () => {
  model.behave({
    how: 'say',
    text: '<b>Ask</b> Cleo <script>alert(1)</script>\n\nThen Dev.\u0000',
  });
  const { text, html, count } = await morning();
  expect(count).toBe(1);
  expect(model.asked).toHaveLength(1);
  expect(text).toContain('<b>Ask</b> Cleo <script>alert(1)</script>\n\nThen Dev.\n');
  expect(html).toContain('<p>&lt;b&gt;Ask&lt;/b&gt; Cleo &lt;script&gt;');
  expect(html).not.toContain('<script>');
  expect(text).toContain('Sat 21 November, Morning 06:00–09:00: Ada Okafor (free');
});

test('it is told no notes, addresses or numbers', async () => {
  await morning();
  expect(model.asked.join()).toContain('Cleo Marsh');
  expect(model.asked.join()).not.toMatch(/canary|@/);
});

test.each([
  { how: 'stall', after: 'nothing' },
  { how: 'stall', after: 'head' },
  { how: 'status', status: 429 },
  { how: 'status', status: 500 },
  { how: 'garbage', body: '{"choices": 7' },
] as const)('%j: the letter goes out from the template', async (behaviour) => {
  model.behave(behaviour);
  const { text, count } = await morning();
  expect(count).toBe(1);
  expect(model.asked).toHaveLength(1);
  expect(text).toContain('In the next two weeks 27 windows are not covered.');
});

test('while the model thinks no transaction is open; gaps that changed meanwhile make its text stale', async () => {
  let open: unknown;
  model.meanwhile(async () => {
    open = await world.sql(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
         AND application_name = 'callboard_app' AND xact_start IS NOT NULL`,
    );
    await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.dev]);
    // Ben takes over: an organisation keeps an owner.
    await world.sql("UPDATE person SET role = 'owner' WHERE id = $1", [world.ids.ben]);
    await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.ada]);
  });
  const { text } = await morning();
  expect(open).toEqual([]);
  expect(text).not.toContain('Ask Cleo first.');
  expect(text).not.toContain('Ada Okafor');
  expect(text).toContain('27 windows');
});
