import { Type } from 'typebox';

/** The token in a reminder; it opens nothing but the answer to it. */
export const ByAnswerToken = Type.Object(
  { token: Type.String({ pattern: '^[A-Za-z0-9_-]{1,80}$' }) },
  { additionalProperties: false },
);
