import { expect, inject, test } from 'vitest';
import { realClock } from './clock.ts';
import { openDatabaseClock } from './database-clock.ts';

test.each([5, -5, 0])(
  'J-19: on a machine %i minutes off, the database’s time decides',
  async (minutes) => {
    const machine = { now: () => realClock.now().add({ minutes }) };
    const clock = await openDatabaseClock(inject('databaseUrl'), machine);
    const off = clock.now().since(realClock.now()).total('seconds');
    clock.stop();
    expect(Math.abs(off)).toBeLessThan(1);
  },
);
