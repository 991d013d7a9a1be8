import { Type } from 'typebox';

/** Codes for the day the telephone is gone; each is good once. */
export const RecoveryCodes = Type.Array(Type.String(), {
  description: 'Shown this once: only what recognises them is kept',
});
