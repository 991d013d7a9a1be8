import { isBuiltIn } from '../../contract/identity/permissions.ts';
import { invalid, type Refused } from '../platform/problem.ts';

const ownRolesMax = 50;

/** An own role is not called like a built-in one. 400 on `name`. */
export function checkName(name: string): void {
  if (isBuiltIn(name.toLowerCase())) throw invalid({ name: ['A built-in role has this name.'] });
}

/** Whether the organisation can have one more role of its own. */
export function whyTooMany(ownRoles: number): Refused | null {
  if (ownRoles < ownRolesMax) return null;
  const detail = `An organisation has at most ${ownRolesMax} roles of its own. Delete one first.`;
  return { code: 'too_many_roles', detail };
}

/** Why a role that `people` have is not deleted. */
export function whyInUse(people: number): Refused {
  const have = people === 1 ? 'One person has' : `${people} people have`;
  return {
    code: 'role_in_use',
    detail: `${have} this role. Give them another first.`,
    facts: { people },
  };
}
