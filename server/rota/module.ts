import './tables.ts';
import type { Module } from '../platform/module.ts';
import { addCoverageWindow } from './add-coverage-window.ts';
import { approveShift } from './approve-shift.ts';
import { askShift } from './ask-shift.ts';
import { cancelShift } from './cancel-shift.ts';
import { liveCoverage } from './coverage-event.ts';
import { createPeriod } from './create-period.ts';
import { deleteCoverageWindow } from './delete-coverage-window.ts';
import { deletePeriod } from './delete-period.ts';
import { editCoverageWindow } from './edit-coverage-window.ts';
import { editPeriod } from './edit-period.ts';
import { editShift } from './edit-shift.ts';
import { finalizePeriod } from './finalize-period.ts';
import { letterSamples } from './letter-samples.ts';
import { listCoverage } from './list-coverage.ts';
import { listCoverageWindows } from './list-coverage-windows.ts';
import { listHours } from './list-hours.ts';
import { listPendingShifts } from './list-pending-shifts.ts';
import { listPeriods } from './list-periods.ts';
import { listShifts } from './list-shifts.ts';
import { mySchedule } from './my-schedule.ts';
import { livePeriod } from './period-event.ts';
import { periodLetters } from './period-letters.ts';
import { getPeriod } from './period-store.ts';
import { readPeriod } from './read-period.ts';
import { readShift } from './read-shift.ts';
import { rejectShift } from './reject-shift.ts';
import { replacePeriod } from './replace-period.ts';
import { liveShift } from './shift-event.ts';
import { shiftLetters } from './shift-letters.ts';
import { liveWindow } from './window-event.ts';

export { factsOfShifts } from './approval-facts.ts';
export { type Cover, coverOf, dayCoverage, shiftsOn, type Window, windowsOn } from './coverage.ts';
export { findCovering, findWindows, foundCoverage, selectDatedShifts } from './coverage-store.ts';
export { findRunningPeriods } from './find-running-periods.ts';
export { openPeriod } from './open-period.ts';
export { findPastShifts } from './past-shifts.ts';
export { placeShift } from './place-shift.ts';
export { decides, sees } from './policy.ts';
export { whyOvertime } from './shift.ts';
export { liveShift, recordShift } from './shift-event.ts';
export { getShift, lockShift, type ShiftRow, selectShifts } from './shift-row.ts';

/** Shifts that people ask for and an admin approves. */
export const rota: Module = {
  name: 'rota',
  endpoints: [
    listPeriods,
    createPeriod,
    readPeriod,
    editPeriod,
    replacePeriod,
    deletePeriod,
    finalizePeriod,
    listShifts,
    askShift,
    listPendingShifts,
    mySchedule,
    readShift,
    editShift,
    cancelShift,
    approveShift,
    rejectShift,
    listCoverage,
    listCoverageWindows,
    addCoverageWindow,
    editCoverageWindow,
    deleteCoverageWindow,
    listHours,
  ],
  live: {
    'period.created': livePeriod,
    'period.updated': livePeriod,
    'period.deleted': livePeriod,
    'period.finalized': livePeriod,
    'coverage_window.updated': liveWindow,
    'coverage.alert': liveCoverage,
    'shift.requested': liveShift,
    'shift.approved': liveShift,
    'shift.rejected': liveShift,
    'shift.updated': liveShift,
    'shift.deleted': liveShift,
  },
  sockets: { '/ws/schedule/:id': 'schedule:$id' },
  topics: {
    schedule: async (view, id) =>
      /^[0-9a-f-]{36}$/.test(id) && (await getPeriod(view, id, view.by.personId)) !== undefined,
  },
  templates: { ...shiftLetters, ...periodLetters },
  samples: letterSamples,
};
