import { type Static, Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Hours, Id, Line, WallTime } from '../platform/values.ts';
import { Gap } from '../rota/coverage.ts';
import { Candidate } from './gap.ts';

/** A span that someone is or would be needed for: who covers it, what is open, who could take it. */
export const AskedSpan = Type.Object({
  date: CalendarDate,
  name: Type.String(),
  start_time: WallTime,
  end_time: WallTime,
  covered_by: Type.Array(Type.String()),
  gaps: Type.Array(Gap),
  candidates: Type.Array(Candidate),
});
export type AskedSpan = Static<typeof AskedSpan>;

/** All that an answer is made from. */
export const Facts = Type.Object({
  spans: Type.Array(AskedSpan),
  hours: Type.Array(
    Type.Object({
      person: Id,
      name: Type.String(),
      week: Type.String(),
      hours: Hours,
      limit: Hours,
    }),
  ),
});
export type Facts = Static<typeof Facts>;

export const askQuestion = route({
  name: 'askQuestion',
  module: 'assistant',
  method: 'POST',
  path: '/assistant/questions',
  summary:
    'Ask in plain words who can take a time, which gaps are open, or how many hours someone has',
  access: 'question.ask',
  body: Body({ question: Line(300) }),
  status: 200,
  answer: Type.Object({
    answer: Type.String({ description: 'Plain text' }),
    by: Type.Enum(['model', 'template']),
    facts: Facts,
  }),
  refusals: { too_many_tries: 'More than 20 questions in 5 minutes: wait (429).' },
});

/** Questions that are understood without a model, too: in English, whatever the language of the page. */
export const questionsLike = (firstName: string) => [
  'Who can take Friday evening?',
  'Which gaps are open?',
  `How many hours has ${firstName} next week?`,
];
