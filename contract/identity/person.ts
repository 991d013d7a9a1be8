import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';
import { roles } from './permissions.ts';

/** The name of a built-in role, or the id of one of the organisation's own. */
export const RoleId = Type.String({
  pattern: `^(${roles.join('|')}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$`,
  description: 'Built-in role, or id of an own one',
});

/** Active, shut out, or invited and not in yet. */
export const PersonState = Type.Enum(['active', 'deactivated', 'invited'] as const);

/** A person: someone's entry in the directory of one organisation. */
export const Person = Type.Object({
  id: Id,
  email: Type.String(),
  username: Nullable(Type.String()),
  first_name: Type.String(),
  last_name: Type.String(),
  full_name: Type.String(),
  phone_number: Nullable(Type.String()),
  photo: Nullable(Type.String({ description: 'Id of a file, see GET /files/:id' })),
  role: RoleId,
  role_name: Type.String({ description: 'What the role is called' }),
  is_active: Type.Boolean(),
  state: PersonState,
  is_email_verified: Type.Boolean(),
  weekly_hours_limit: Type.Integer(),
  date_joined: Instant,
});
export type Person = Static<typeof Person>;

export const Organisation = Type.Object({
  id: Id,
  name: Type.String(),
  slug: Type.String(),
  time_zone: Type.String(),
});

/** What people say of themselves, and the limits that proposals of shifts to them obey. */
export const Profile = Type.Object({
  time_zone: Nullable(Type.String({ description: 'Their own; null: the organisation’s' })),
  language: Nullable(Type.String({ description: 'BCP 47; null: the organisation’s' })),
  phone_verified: Type.Boolean(),
  daily_hours_limit: Nullable(Type.Integer({ description: 'Proposed for no more hours a day' })),
  rest_hours_min: Nullable(Type.Integer({ description: 'Proposed with no less between shifts' })),
});

/** Limits that only proposals obey; 0 lifts one. */
export const workingLimits = {
  daily_hours_limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 24 })),
  rest_hours_min: Type.Optional(Type.Integer({ minimum: 0, maximum: 48 })),
};

/** Who is logged in, in which organisation, and what that role may do. */
export const Me = Type.Object({
  ...Person.properties,
  ...Profile.properties,
  organisation: Organisation,
  organisations: Type.Array(Organisation),
  is_operator: Type.Boolean({ description: 'Sees the health of the instance' }),
  permissions: Type.Array(Type.String()),
});
export type Me = Static<typeof Me>;

export const Tokens = Type.Object({
  access: Type.String({ description: 'Bearer token, 15 minutes' }),
  refresh: Type.String({ description: 'Spent at its first use; also set as an HttpOnly cookie' }),
});

/** What log-in and registration answer. */
export const LoggedIn = Type.Object({ message: Type.String(), user: Me, tokens: Tokens });
