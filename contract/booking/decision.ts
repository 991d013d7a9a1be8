import { Type } from 'typebox';
import { Line } from '../platform/values.ts';

/** What an admin does with a pending reservation; a rejection says why. */
export const DecisionAction = Type.Enum(['approve', 'reject']);
export const RejectionReason = Line(1000);
