import { exportGridSheet as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { Content } from '../platform/content.ts';
import { findGrid } from './find-grid.ts';
import { fileName } from './grid-names.ts';
import { writeGridSheet } from './write-grid-sheet.ts';

/** The grid as a workbook, which can be read in again. */
export const exportGridSheet = query(route, async (view, { query }) => {
  const grid = await findGrid(view, query);
  return new Content(route.media[0], await writeGridSheet(grid), {
    'Content-Disposition': `attachment; filename="${fileName(grid, 'xlsx')}"`,
  });
});
