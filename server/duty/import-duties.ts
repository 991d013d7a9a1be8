import { importDuties as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { Refusal } from '../platform/problem.ts';
import { assignMany } from './assign-many.ts';
import { planImport } from './plan-import.ts';
import { isBad, wishesOf } from './preview-duty-import.ts';

const listedMax = 100;

/**
 * Assigns what a file says, in one transaction and looked at anew: all of it, or nobody; with `partial`
 * what can be. Who has a duty already keeps it.
 */
export const importDuties = action(route, async (tx, { body }) => {
  const { partial = false } = body;
  const rows = await planImport(tx, body);
  const bad = rows.filter(isBad);
  if (!partial && bad.length > 0) {
    throw refused(
      bad.map(({ line, errors }) => ({
        ...{ line, code: 'invalid', detail: Object.values(errors).flat().join(' ') },
      })),
    );
  }
  const wanted = wishesOf(rows);
  const wishes = wanted.map(({ wish }) => wish);
  const results = await assignMany(tx, body.roster, wishes, partial).catch((error) => {
    throw byLine(
      error,
      wanted.map(({ row }) => row.line),
    );
  });
  const assigned = results.filter((result) => 'row' in result).length;
  const message = `${assigned} ${assigned === 1 ? 'duty is' : 'duties are'} assigned now.`;
  const standing = rows.filter(({ stands }) => stands).length;
  return { message, assigned, standing, refused: rows.length - standing - assigned };
});

type Bad = { line: number; code: string; detail: string };

function refused(bad: readonly Bad[]): Refusal {
  const [first] = bad;
  const more = bad.length > 1 ? ` ${bad.length - 1} more can’t be read in either.` : '';
  const sentence = `Nobody was assigned. Line ${first?.line}: ${first?.detail}${more}`;
  return new Refusal(409, 'bulk_refused', sentence, { rows: bad.slice(0, listedMax) });
}

// Whoever made the file looks for lines, not for places in a list.
function byLine(error: unknown, lines: readonly number[]): unknown {
  if (!(error instanceof Refusal) || error.code !== 'bulk_refused') return error;
  const rows = error.facts.rows as (Omit<Bad, 'line'> & { index: number })[];
  return refused(rows.map(({ index, ...row }) => ({ ...row, line: lines[index] ?? 0 })));
}
