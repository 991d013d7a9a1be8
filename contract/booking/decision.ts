import { Type } from 'typebox';
import { Text } from '../platform/values.ts';

/** What an admin does with a pending reservation; a rejection says why. */
export const DecisionAction = Type.Enum(['approve', 'reject']);
export const RejectionReason = Text(1000);
