import { type Static, Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Instant, page } from '../platform/values.ts';
import { answerFields, dutyFields } from './reminder.ts';

/** A duty of one’s own with what one said of it. */
export const OwnDuty = Type.Object({
  ...dutyFields,
  due_at: Instant,
  ...answerFields,
  can: Type.Object({ answer: Type.Boolean() }),
});
export type OwnDuty = Static<typeof OwnDuty>;

export const listOwnDuties = route({
  name: 'listOwnDuties',
  module: 'reminders',
  method: 'GET',
  path: '/duty-answers',
  summary: 'One’s own duties that are not over, the next first, with what one said of each',
  access: 'duty.read',
  query: Body({ limit: page.limit, cursor: page.cursor }),
  status: 200,
  answer: Type.Array(OwnDuty),
  refusals: {},
});
