import { readSeries as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, notFound } from '../platform/problem.ts';
import { sees } from './policy.ts';
import { presentSeries } from './present-series.ts';
import { getSeries } from './series-store.ts';

/** A series with its reservations, for its person and for who decides. */
export const readSeries = query(route, async (view, { params }) => {
  const series = found(await getSeries(view, params.id));
  if (!sees(view.by, series)) throw notFound();
  return presentSeries(view, series.id);
});
