import { may } from '../../contract/identity/permissions.ts';
import { listAbsences as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { dateAt, instantOf } from '../timeline/module.ts';
import { selectAbsences } from './absence-store.ts';
import { presentAbsence } from './present-absence.ts';

/** Absences that are not over on `from`, the first to end first; of oneself, or of anyone for who may change people. */
export const listAbsences = query(route, async (view, { query }) => {
  const zone = view.tenant.timeZone;
  const from = instantOf(`${query.from ?? dateAt(view.now, zone)}T00:00:00`, zone).toString();
  const after = readCursor(query.cursor, [instantPart, idPart]);
  const everyone = may(view.by, 'person.change');
  const rows = await selectAbsences(view)
    .where('a.cancelled_at', 'is', null)
    .where('a.ends_at', '>', from)
    .$if(!everyone, (absences) => absences.where('a.person_id', '=', view.by.personId))
    .$if(query.person !== undefined, (absences) =>
      absences.where('a.person_id', '=', query.person ?? ''),
    )
    .$if(after !== null, (absences) =>
      absences.where((eb) =>
        eb(eb.refTuple('a.ends_at', 'a.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? '')),
      ),
    )
    .orderBy('a.ends_at')
    .orderBy('a.id')
    .limit(fetchSize(query.limit))
    .execute();
  return pageOf(
    rows,
    query.limit,
    (row) => [row.ends_at, row.id],
    (row) => presentAbsence(row, view.by, view.now),
  );
});
