import { Type } from 'typebox';

/** What an organisation decides about its rota. */
export const RotaSettings = Type.Object({
  swaps_need_approval: Type.Boolean({ description: 'false: taking an offer does it at once' }),
});
