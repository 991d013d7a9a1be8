import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ByAnswerToken } from './answer-page.ts';

export const readAnswerPage = route({
  name: 'readAnswerPage',
  module: 'reminders',
  method: 'GET',
  path: '/duty-answers/:token',
  summary:
    'The page behind the link in a reminder, without a log-in: “I’m on it”, “I can’t”. Looking at it, as link previews do, answers nothing',
  access: 'anyone',
  params: ByAnswerToken,
  status: 200,
  answer: Type.String({ description: 'Page (HTML)' }),
  media: ['text/html'],
  refusals: {},
});
