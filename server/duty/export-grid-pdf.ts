import { exportGridPdf as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { Content } from '../platform/content.ts';
import { findGrid } from './find-grid.ts';
import { fileName } from './grid-names.ts';
import { writeGridPdf } from './write-grid-pdf.ts';

/** The grid to print and hang up. */
export const exportGridPdf = query(route, async (view, { query }) => {
  const grid = await findGrid(view, query);
  return new Content(route.media[0], await writeGridPdf(grid, view.tenant.name), {
    'Content-Disposition': `attachment; filename="${fileName(grid, 'pdf')}"`,
  });
});
