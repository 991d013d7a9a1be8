import { assignDuties as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { assignMany } from './assign-many.ts';
import { presentDuty } from './present-duty.ts';

/** An admin assigns many cells at once, all or none, or as many as can be; a row of result each. */
export const assignDuties = action(route, async (tx, { body }) => {
  const results = await assignMany(tx, body.roster, body.cells, body.partial ?? false);
  const rows = results.map((result, index) =>
    'row' in result
      ? { index, assignment: presentDuty(result.row, tx.by), problem: null }
      : { index, assignment: null, problem: result.problem },
  );
  const assigned = rows.filter((row) => row.assignment !== null).length;
  return { assigned, refused: rows.length - assigned, rows };
});
