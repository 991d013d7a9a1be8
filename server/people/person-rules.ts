import {
  type Permissions,
  permissionsOf,
  type RoleId,
} from '../../contract/identity/permissions.ts';
import { whyAboveOwn } from '../identity/module.ts';
import type { Refused } from '../platform/problem.ts';

/** Who is changed, as the rules look at them. */
export type Subject = {
  id: string;
  role: RoleId;
  own_permissions: string[] | null;
  active: boolean;
  standing: 'in' | 'invited' | 'withdrawn';
};

type By = {
  readonly personId: string;
  readonly permissions: Permissions;
  readonly verified: boolean;
};

/** Why `by` may not change this person: their role may do more. */
export function whyNotEdit(by: By, person: Subject): Refused | null {
  return whyAboveOwn(by, permissionsOf(person.role, person.own_permissions));
}

/** Why this person can't be shut out by `by`; the last owner is the database's to refuse. */
export function whyNotDeactivate(by: By, person: Subject): Refused | null {
  if (person.id === by.personId) {
    return {
      code: 'not_yourself',
      detail: 'You can’t shut yourself out. Leave the organisation instead.',
    };
  }
  return whyNotEdit(by, person) ?? whyNotActive(person);
}

/** Why this person can't be let in again by `by`. */
export function whyNotActivate(by: By, person: Subject): Refused | null {
  if (person.active) return { code: 'not_deactivated', detail: 'They are active already.' };
  if (person.standing !== 'in') {
    return {
      code: 'not_deactivated',
      detail: 'They are not in yet: their invitation lets them in.',
    };
  }
  return whyNotEdit(by, person);
}

/** Why `by` can't have a link to choose a password sent to this person. */
export function whyNotSendReset(by: By, person: Subject): Refused | null {
  if (!by.verified) {
    return {
      status: 403,
      code: 'verify_first',
      detail: 'Verify your own e-mail address before messages go to others.',
    };
  }
  return whyNotEdit(by, person) ?? whyNotActive(person);
}

function whyNotActive({ active, standing }: Subject): Refused | null {
  if (active) return null;
  const detail = standing === 'in' ? 'They are deactivated.' : 'They are not in yet.';
  return { code: 'not_active', detail };
}
