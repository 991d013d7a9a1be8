import type { DutyType } from '../../contract/duty/duty-type.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Actor } from '../platform/scope.ts';
import type { DutyTypeRow } from './duty-type-store.ts';

/** A duty type for its viewer. */
export function presentDutyType(row: DutyTypeRow, by: Actor): DutyType {
  const change = may(by, 'roster.change') && row.deleted_at === null;
  return {
    id: row.id,
    name: row.name,
    start_time: row.start_time,
    end_time: row.end_time,
    overnight: row.overnight ?? false,
    sun: row.sun_event && {
      event: row.sun_event,
      offset_minutes: row.sun_offset_minutes ?? 0,
      minutes: row.sun_minutes ?? 0,
    },
    people: row.people,
    colour: row.colour,
    position: row.position,
    active: row.active,
    created_at: row.created_at,
    updated_at: row.updated_at,
    version: row.version,
    can: { edit: change, delete: change },
  };
}
