import { beforeAll, describe, expect, test, vi } from 'vitest';
import { cpuOf } from '../testing/cpu-of.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openAuthenticator } from './authenticate.ts';
import { harbourCode, register } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function open() {
  const { pool, secrets } = world.program.app;
  const authenticator = openAuthenticator({
    ...{ pool, clock: world.clock, secrets },
    findKey: async () => null,
  });
  const { tokens, user } = (await register(world, { join_code: await harbourCode(world) })).body;
  return { authenticator, token: tokens.access as string, person: user.id as string };
}

test('asks the database once for many at once, and not again for a second', async () => {
  const { authenticator, token, person } = await open();
  const connect = vi.spyOn(world.program.app.pool, 'connect');
  const callers = await Promise.all([1, 2, 3].map(() => authenticator.authenticate(token)));
  expect(callers.map((caller) => caller?.by.personId)).toEqual([person, person, person]);
  world.clock.advance({ milliseconds: 999 });
  await authenticator.authenticate(token);
  expect(connect).toHaveBeenCalledTimes(1);
  world.clock.advance({ milliseconds: 1 });
  await authenticator.authenticate(token);
  expect(connect).toHaveBeenCalledTimes(2);
  connect.mockRestore();
});

test('a warm caller costs microseconds', async () => {
  const { authenticator, token } = await open();
  const rounds = 20_000;
  for (let i = 0; i < rounds; i += 1) await authenticator.authenticate(token);
  const spent = await cpuOf(async () => {
    for (let i = 0; i < rounds; i += 1) await authenticator.authenticate(token);
  });
  expect((spent * 1_000) / rounds).toBeLessThan(20);
});

describe('what becomes untrue', () => {
  test('a role changed, a person deactivated: known within a second without being told', async () => {
    const { authenticator, token, person } = await open();
    expect((await authenticator.authenticate(token))?.by.role).toBe('member');
    await world.sql("UPDATE person SET role = 'sales' WHERE id = $1", [person]);
    world.clock.advance({ seconds: 1 });
    expect((await authenticator.authenticate(token))?.by.role).toBe('sales');
    await world.sql('UPDATE person SET active = false WHERE id = $1', [person]);
    world.clock.advance({ seconds: 1 });
    expect(await authenticator.authenticate(token)).toBeNull();
  });

  test('is forgotten at once when told', async () => {
    const { authenticator, token, person } = await open();
    const organisationId = (await authenticator.authenticate(token))?.tenant.id ?? '';
    await world.sql('UPDATE person SET active = false WHERE id = $1', [person]);
    const entry = { organisationId, data: {} };
    authenticator.forget({ ...entry, event: 'person.deactivated', subjectId: world.ids.ada });
    expect(await authenticator.authenticate(token)).not.toBeNull();
    authenticator.forget({ ...entry, event: 'person.deactivated', subjectId: person });
    expect(await authenticator.authenticate(token)).toBeNull();
  });

  test('an answer that was asked for before is not kept', async () => {
    const { authenticator, token, person } = await open();
    const asked = authenticator.authenticate(token);
    authenticator.forget({
      ...{ event: 'person.updated', organisationId: '', subjectId: person, data: {} },
    });
    expect((await asked)?.by.role).toBe('member');
    await world.sql("UPDATE person SET role = 'sales' WHERE id = $1", [person]);
    expect((await authenticator.authenticate(token))?.by.role).toBe('sales');
  });

  test('a token after fifteen minutes, warm or not', async () => {
    const { authenticator, token } = await open();
    world.clock.advance({ minutes: 14, seconds: 59 });
    expect(await authenticator.authenticate(token)).not.toBeNull();
    world.clock.advance({ seconds: 1 });
    expect(await authenticator.authenticate(token)).toBeNull();
  });
});
