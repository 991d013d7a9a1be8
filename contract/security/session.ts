import { Type } from 'typebox';
import { Id, Instant } from '../platform/values.ts';

/** One log-in of mine on one device. */
export const Session = Type.Object({
  id: Id,
  organisation: Type.String({ description: 'Name of the organisation it was begun in' }),
  user_agent: Type.String({ description: 'What the device said it is' }),
  address: Type.String(),
  started_at: Instant,
  used_at: Instant,
  ends_at: Type.String({ description: 'When it ends at the latest' }),
  current: Type.Boolean({ description: 'The session of this call' }),
});
