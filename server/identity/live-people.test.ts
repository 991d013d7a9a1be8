import { expect, test } from 'vitest';
import { permissionsOf, type Role } from '../../contract/identity/permissions.ts';
import { live } from './live-people.ts';

const entry = {
  ...{ organisationId: 'o', id: 'j', cursor: '1-1', at: '', actorId: null, subjectId: 'p' },
  data: { full_name: 'Nia Brandt', role: 'member', email: 'nia@elsewhere.example' },
};

const shownTo = (role: Role) => {
  const by = {
    ...{ personId: 'x', accountId: 'x', sessionId: 'x', fullName: 'X' },
    ...{ role, permissions: permissionsOf(role), verified: true },
  };
  const tenant = { id: 'o', name: 'Harbour Care', slug: 'harbour-care', timeZone: 'Europe/London' };
  return live['person.added']?.present(
    { ...entry, event: 'person.added' },
    { by, tenant, endsAtMs: 0 },
  );
};

test('a newcomer is told to those who may read the directory, and to nobody else', () => {
  for (const role of ['owner', 'admin'] as const) {
    expect(shownTo(role)).toEqual({
      message: 'Nia Brandt joined.',
      person: { id: 'p', full_name: 'Nia Brandt', role: 'member' },
    });
  }
  expect(shownTo('manager')).toBeNull();
  expect(shownTo('member')).toBeNull();
});
