import { systems } from '../../contract/identity/systems.ts';
import { listAllOrganisations as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { unsafeCountOrganisations, unsafeFindOrganisations } from './instance-store.ts';

/** Every organisation with counts; an operator sees nothing of what is in them. */
export const listAllOrganisations = publicCall(route, async ({ app, query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  const rows = await unsafeFindOrganisations(app.systemPool, after, fetchSize(query.limit));
  const total = query.count ? await unsafeCountOrganisations(app.systemPool) : null;
  return pageOf(
    rows,
    query.limit,
    (row) => [row.created_at, row.id],
    ({ systems_off: off, ...row }) => ({
      ...row,
      systems: systems.filter((system) => !off.includes(system)),
    }),
    total,
  );
});
