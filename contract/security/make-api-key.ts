import { Type } from 'typebox';
import type { Permission } from '../identity/permissions.ts';
import { permissions } from '../identity/permissions.ts';
import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';
import { ApiKey } from './api-key.ts';

export const makeApiKey = route({
  name: 'makeApiKey',
  module: 'security',
  method: 'POST',
  path: '/auth/api-keys',
  summary: 'Make an API key; its scopes are permissions that I have',
  access: 'account',
  fresh: true,
  body: Body({
    name: Line(80),
    scopes: Type.Array(Type.Enum(Object.keys(permissions) as Permission[]), {
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
    }),
    expires_in_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: 90 })),
  }),
  status: 201,
  answer: Type.Object({
    key: Type.String({ description: 'Shown this once: only its hash is kept' }),
    ...ApiKey.properties,
  }),
  secret: true,
  refusals: { too_many_keys: 'A person has at most 20 keys that still open something.' },
});
