import './tables.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Module } from '../platform/module.ts';
import { assignDuties } from './assign-duties.ts';
import { assignDuty } from './assign-duty.ts';
import { autoFill } from './auto-fill.ts';
import { checkDuty } from './check-duty.ts';
import { createDutyType } from './create-duty-type.ts';
import { createRoster } from './create-roster.ts';
import { deleteDuty } from './delete-duty.ts';
import { deleteDutyType } from './delete-duty-type.ts';
import { deleteRoster } from './delete-roster.ts';
import { liveDuty } from './duty-event.ts';
import { dutyLetters } from './duty-letters.ts';
import { liveDutyType } from './duty-type-event.ts';
import { editDutyType } from './edit-duty-type.ts';
import { editRoster } from './edit-roster.ts';
import { exportGridCalendar } from './export-grid-calendar.ts';
import { exportGridPdf } from './export-grid-pdf.ts';
import { exportGridSheet } from './export-grid-sheet.ts';
import { importDuties } from './import-duties.ts';
import { letterSamples } from './letter-samples.ts';
import { listDuties } from './list-duties.ts';
import { listDutyCandidates } from './list-duty-candidates.ts';
import { listDutyTypes } from './list-duty-types.ts';
import { listRosterPeople } from './list-roster-people.ts';
import { listRosters } from './list-rosters.ts';
import { listUnlockLogs } from './list-unlock-logs.ts';
import { moveDuty } from './move-duty.ts';
import { noteDuty } from './note-duty.ts';
import { previewDutyImport } from './preview-duty-import.ts';
import { readDuty } from './read-duty.ts';
import { readDutyType } from './read-duty-type.ts';
import { readGrid } from './read-grid.ts';
import { readRoster } from './read-roster.ts';
import { liveRoster } from './roster-event.ts';
import { getRoster } from './roster-store.ts';
import { undoDuties } from './undo-duties.ts';
import { unlockDuties } from './unlock-duties.ts';
import { unlockDuty } from './unlock-duty.ts';

export { type DutyFacts, dutyFacts } from './duty-event.ts';
export { tellUnlocked } from './duty-letters.ts';
export { type DutyRow, findDuties } from './duty-store.ts';
export { findFeedDuties } from './find-feed-duties.ts';
export { findStandIns } from './find-stand-ins.ts';
export { lockDuties } from './lock-duties.ts';
export { makeRoster } from './make-roster.ts';
export { moveDutiesToZone } from './move-zone.ts';
export { endPlaced, openDutyType, placeDuties } from './place-duties.ts';
export { findPastUnlocks, findUnlockRules } from './second-admin.ts';
export { takeOff, whyNotUnlock } from './take-off.ts';

/** Rosters of duties: who does what on which date, locked, and changed only with a reason. */
export const duty: Module = {
  name: 'duty',
  endpoints: [
    ...[listDutyTypes, createDutyType, readDutyType, editDutyType, deleteDutyType],
    ...[listRosters, createRoster, readRoster, editRoster, deleteRoster],
    ...[exportGridSheet, exportGridPdf, exportGridCalendar],
    ...[readGrid, listDuties, readDuty, listDutyCandidates, checkDuty, listRosterPeople],
    ...[assignDuty, assignDuties, autoFill, moveDuty, noteDuty],
    ...[previewDutyImport, importDuties],
    ...[unlockDuty, unlockDuties, deleteDuty, undoDuties, listUnlockLogs],
  ],
  live: {
    'duty_type.created': liveDutyType,
    'duty_type.updated': liveDutyType,
    'duty_type.deleted': liveDutyType,
    'roster.created': liveRoster,
    'roster.updated': liveRoster,
    'roster.deleted': liveRoster,
    'duty.assigned': liveDuty,
    'duty.unlocked': liveDuty,
    'duty.noted': liveDuty,
  },
  topics: {
    roster: async (view, id) =>
      may(view.by, 'duty.read') &&
      /^[0-9a-f-]{36}$/.test(id) &&
      (await getRoster(view, id)) !== undefined,
  },
  templates: dutyLetters,
  samples: letterSamples,
};
