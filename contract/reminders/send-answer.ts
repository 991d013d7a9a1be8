import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ByAnswerToken } from './answer-page.ts';

export const sendAnswer = route({
  name: 'sendAnswer',
  module: 'reminders',
  method: 'POST',
  path: '/duty-answers/:token',
  summary:
    'Answer a reminder by the link in it: a form with `answer` (yes or no) and perhaps `note`. Dead once the duty begins or is unlocked; the page says so',
  access: 'anyone',
  params: ByAnswerToken,
  raw: { bytesMax: 8_192 },
  status: 200,
  answer: Type.String({ description: 'Page (HTML)' }),
  media: ['text/html'],
  refusals: {},
});
