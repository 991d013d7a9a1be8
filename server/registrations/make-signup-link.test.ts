import { beforeAll, describe, expect, test } from 'vitest';
import { makeDutyType, makeRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/registration-steps.ts';

let world: World;
let roster: string;
beforeAll(async () => {
  world = await openWorld();
  roster = await makeRoster(world, [await makeDutyType(world)]);
});

const make = (body: object = {}, who: keyof World['as'] = 'ben') =>
  world.as[who].post('/api/signup-links', { roster, ...body });

test('a stranger is asked to log in, a member may not, another organisation has no such roster', async () => {
  expect((await world.anyone.post('/api/signup-links', { roster })).status).toBe(401);
  expect((await make({}, 'cleo')).body.code).toBe('forbidden');
  expect((await make({}, 'fay')).status).toBe(404);
});

test('made with a code that nobody guesses, and journalled without it', async () => {
  const answer = await make({ closes_on: '2026-12-10' });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      ...{ roster, roster_name: 'December 2026', closes_on: '2026-12-10', state: 'open' },
      ...{ registrations: 0, made_by_name: 'Ben Lindqvist', made_at: '2026-11-20T09:00:00Z' },
      code: expect.stringMatching(/^[a-z2-9]{12}$/),
    },
  });
  const { id, code, link } = answer.body;
  expect(link).toMatch(new RegExp(`^http://.+/sign-up/${code}$`));
  const [entry] = await eventsOf(world, id);
  expect(entry).toMatchObject({ event: 'signup_link.made', actor_id: world.ids.ben });
  expect(JSON.stringify(entry?.data)).not.toContain(code);
  expect((await make()).body.code).not.toBe(code);
});

describe('with a code of one’s own', () => {
  test('that is free', async () => {
    expect((await make({ code: 'ramadan-2027' })).body.code).toBe('ramadan-2027');
  });

  test('that another link has, whosever it is: code_taken; when that is revoked, it is free', async () => {
    const first = await make({ code: 'evenings' });
    expect(await make({ code: 'evenings' })).toMatchObject({
      status: 409,
      body: { code: 'code_taken' },
    });
    await world.as.ben.delete(`/api/signup-links/${first.body.id}`);
    expect((await make({ code: 'evenings' })).status).toBe(201);
  });

  test.each(['abc', 'With-Capitals', '-begins', 'ends-', 'two words', 'ünder', 'x'.repeat(61)])(
    '%j is none',
    async (code) => {
      const answer = await make({ code });
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, ['code']]);
    },
  );

  test('by two at once: one has it', async () => {
    const answers = await Promise.all([
      make({ code: 'at-once' }),
      make({ code: 'at-once' }, 'ada'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
