import { Type } from 'typebox';

/** RFC 9457 problem details, the body of every refusal. `code` is stable; `detail` is for people. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    errors: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
    request_id: Type.Optional(Type.String()),
  },
  { additionalProperties: true },
);
