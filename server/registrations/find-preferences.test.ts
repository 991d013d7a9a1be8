import { beforeAll, expect, test } from 'vitest';
import { read } from '../platform/app.ts';
import { tenantById } from '../platform/tenant.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openSigning, signedUp } from '../testing/registration-steps.ts';
import { findPreferences } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('of those who were accepted, in this roster; the proposal for its empty cells obeys them', async () => {
  const signing = await openSigning(world);
  const [first, second] = signing.duties;
  const asks = (duty_types: string[], dates_not: string[] = []) => ({
    preferences: { duty_types, dates_not },
  });
  const cleo = await signedUp(world, signing, {
    ...{ email: 'cleo@harbour.example', ...asks([first], ['2026-12-02']) },
  });
  const nia = await signedUp(world, signing, asks([second]));
  const declined = await signedUp(world, signing, asks([]));
  await signedUp(world, signing, asks([]));
  const other = await openSigning(world);
  const elsewhere = await signedUp(world, other, asks([]));
  for (const id of [cleo, nia, elsewhere]) {
    expect((await world.as.ben.post(`/api/registrations/${id}/accept`, {})).status).toBe(200);
  }
  await world.as.ben.post(`/api/registrations/${declined}/decline`, {});

  const { person } = (await world.as.ben.get(`/api/registrations/${nia}`)).body;
  const [row] = await world.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM person WHERE id = $1',
    [person],
  );
  const tenant = await tenantById(world.program.app, row?.id ?? '');
  const found = await read(world.program.app, tenant, (scope) =>
    findPreferences(scope, signing.roster),
  );
  expect(found).toEqual([
    { personId: world.ids.cleo, dutyTypeIds: [first], datesNot: ['2026-12-02'] },
    { personId: person, dutyTypeIds: [second], datesNot: [] },
  ]);

  const proposal = await world.as.ben.post('/api/duty-assignments/auto-fill', {
    ...{ roster: signing.roster, start_date: '2026-12-01', end_date: '2026-12-02' },
  });
  expect(proposal.status).toBe(200);
  const text = JSON.stringify(proposal.body);
  expect(text).toContain(world.ids.cleo);
  expect(text).not.toContain(world.ids.dev);
});
