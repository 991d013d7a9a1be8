import { route } from '../platform/route.ts';
import { Body, ById, SentOrNot } from '../platform/values.ts';
import { personRefusals } from './person-details.ts';

export const sendPasswordReset = route({
  name: 'sendPasswordReset',
  module: 'people',
  method: 'POST',
  path: '/users/:id/password-reset',
  summary:
    'Mail someone a link to choose a password; at most once a minute, and nobody else sees it',
  access: 'person.change',
  params: ById,
  body: Body({}),
  status: 200,
  answer: SentOrNot,
  refusals: {
    ...personRefusals,
    verify_first: 'Verify your own e-mail address before messages go to others (403).',
    not_active: 'They are deactivated, or not in yet.',
    no_account: 'They have no log-in.',
  },
});
