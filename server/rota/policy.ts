import { may } from '../../contract/identity/permissions.ts';
import type { Actor } from '../platform/scope.ts';

/** Whether someone decides on shifts: approves, rejects, edits and cancels anyone's. */
export function decides(by: Actor): boolean {
  return may(by, 'shift.decide');
}

/** Whether someone sees a shift as such: its own person, or who decides. Others see the calendar only. */
export function sees(by: Actor, shift: { person_id: string }): boolean {
  return decides(by) || shift.person_id === by.personId;
}
