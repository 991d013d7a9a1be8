import { route } from '../platform/route.ts';
import { Message } from '../platform/values.ts';

export const removePhoto = route({
  name: 'removePhoto',
  module: 'people',
  method: 'DELETE',
  path: '/users/me/photo',
  summary: 'Take my photo away; 404 when there is none',
  access: 'account',
  status: 200,
  answer: Message,
  refusals: {},
});
