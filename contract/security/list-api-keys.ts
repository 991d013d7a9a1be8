import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ApiKey } from './api-key.ts';

export const listApiKeys = route({
  name: 'listApiKeys',
  module: 'security',
  method: 'GET',
  path: '/auth/api-keys',
  summary: 'My API keys in this organisation, newest first; expired and revoked ones too',
  access: 'account',
  status: 200,
  answer: Type.Array(ApiKey),
  refusals: {},
});
