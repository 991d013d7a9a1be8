import { randomUUIDv7 } from 'node:crypto';

/** A new id: UUIDv7, so that keys grow with time and pages of an index stay warm. */
export function newId(): string {
  return randomUUIDv7();
}
