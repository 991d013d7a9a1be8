import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Text } from '../platform/values.ts';
import { OwnDuty } from './list-own-duties.ts';
import { DutyAnswer } from './reminder.ts';

export const answerDuty = route({
  name: 'answerDuty',
  module: 'reminders',
  method: 'POST',
  path: '/duty-assignments/:id/answer',
  summary: 'Say of a duty of one’s own: “I’m on it” or “I can’t”; admins are told of the latter',
  access: 'duty.read',
  params: ById,
  body: Body({ answer: DutyAnswer, note: Type.Optional(Text(500)) }),
  status: 200,
  answer: OwnDuty,
  refusals: {
    not_yours: 'It is someone else’s duty.',
    duty_unlocked: 'You were taken off.',
    duty_begun: 'The duty has begun.',
  },
});
