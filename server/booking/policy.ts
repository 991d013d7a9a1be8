import { may } from '../../contract/identity/permissions.ts';
import type { Actor } from '../platform/scope.ts';

/** Whether someone decides on reservations: approves, rejects, changes and cancels anyone's. */
export function decides(by: Actor): boolean {
  return may(by, 'reservation.decide');
}

/** Whether someone sees a reservation as such: its own person, or who decides. Others see that it is. */
export function sees(by: Actor, reservation: { person_id: string }): boolean {
  return decides(by) || reservation.person_id === by.personId;
}
