import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById, Id } from '../platform/values.ts';
import { DeliveryStatus } from './delivery.ts';

export const sendAgain = route({
  name: 'sendAgain',
  module: 'inbox',
  method: 'POST',
  path: '/deliveries/:id/send-again',
  summary: 'Send a message once more, to where its person is reached now',
  access: 'delivery.send_again',
  params: ById,
  status: 200,
  answer: Type.Object({
    message: Type.String(),
    id: Id,
    to: Type.String(),
    status: DeliveryStatus,
  }),
  refusals: {
    on_its_way: 'It is on its way already.',
    opted_out: 'Who has this number said STOP. Only they can bring texts back, by START.',
    no_address: 'The person has no number any more.',
    person_inactive: 'The person is shut out.',
    no_longer_kept: 'What it said is no longer kept.',
    withdrawn: 'What it told of was called off.',
    expired: 'What it told of is over.',
  },
});
