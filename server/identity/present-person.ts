import type { Static } from 'typebox';
import { permissionsOf } from '../../contract/identity/permissions.ts';
import type { Me, Person, Profile } from '../../contract/identity/person.ts';
import type { Tenant } from '../platform/scope.ts';
import type { Membership } from './account-store.ts';
import type { PersonRow } from './person-store.ts';
import { roleName } from './role.ts';

/** A person as the API shows one. */
export function presentPerson(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    username: row.username,
    first_name: row.first_name,
    last_name: row.last_name,
    full_name: row.full_name,
    phone_number: row.phone_number,
    photo: row.photo_id,
    role: row.role,
    role_name: roleName(row.role, row.own_role_name),
    is_active: row.active,
    state: stateOf(row),
    is_email_verified: row.email_verified_at !== null,
    weekly_hours_limit: Math.floor(row.weekly_limit_minutes / 60),
    date_joined: row.created_at,
  };
}

function stateOf({ active, standing }: PersonRow): Person['state'] {
  if (active) return 'active';
  return standing === 'in' ? 'deactivated' : 'invited';
}

/** What people say of themselves, and their working limits in hours. */
export function presentProfile(row: PersonRow): Static<typeof Profile> {
  return {
    time_zone: row.time_zone,
    language: row.language,
    phone_verified: row.phone_verified_at !== null,
    daily_hours_limit: hoursOf(row.daily_limit_minutes),
    rest_hours_min: hoursOf(row.rest_minutes_min),
  };
}

function hoursOf(minutes: number | null): number | null {
  return minutes === null ? null : Math.floor(minutes / 60);
}

/** Who is logged in, where else they belong, and what their role may do. */
export function presentMe(row: PersonRow, tenant: Tenant, memberships: Membership[]): Me {
  const active = memberships.filter((membership) => membership.active);
  return {
    ...presentPerson(row),
    ...presentProfile(row),
    organisation: presentOrganisation(tenant),
    organisations: active.map((membership) => presentOrganisation(membership.tenant)),
    is_operator: row.operator === true,
    permissions: [...permissionsOf(row.role, row.own_permissions, tenant.off)],
  };
}

/** An organisation as the API shows one. */
export function presentOrganisation(tenant: Tenant) {
  return { id: tenant.id, name: tenant.name, slug: tenant.slug, time_zone: tenant.timeZone };
}
