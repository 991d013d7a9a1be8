import { Type } from 'typebox';

/** What an organisation decides about its rota. */
export const RotaSettings = Type.Object({
  shifts_need_approval: Type.Boolean({
    description: 'false: only requests that a rule of approval asks for wait for an admin',
  }),
  swaps_need_approval: Type.Boolean({
    description:
      'false: taking an offer does it at once, unless a rule of approval asks for an admin',
  }),
});
