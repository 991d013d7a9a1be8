import { exportGridCalendar as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { Content } from '../platform/content.ts';
import { findGrid } from './find-grid.ts';
import { fileName } from './grid-names.ts';
import { writeGridCalendar } from './write-grid-calendar.ts';

/** The assignments of a grid for calendar programs. */
export const exportGridCalendar = query(route, async (view, { query }) => {
  const grid = await findGrid(view, query);
  const text = writeGridCalendar(grid, query.person !== undefined);
  return new Content(`${route.media[0]}; charset=utf-8`, text, {
    'Content-Disposition': `attachment; filename="${fileName(grid, 'ics')}"`,
  });
});
