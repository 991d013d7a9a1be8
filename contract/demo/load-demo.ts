import { route } from '../platform/route.ts';
import { Body, Message } from '../platform/values.ts';

export const loadDemo = route({
  name: 'loadDemo',
  module: 'demo',
  method: 'POST',
  path: '/setup/demo',
  summary: 'Fill an empty database with the demo care team',
  access: 'anyone',
  body: Body({}),
  status: 201,
  answer: Message,
  refusals: { not_empty: 'The database has an organisation already.' },
});
