import { route } from '../platform/route.ts';
import { AnyGridQuery, Grid } from './grid.ts';

export const readGrid = route({
  name: 'readGrid',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments/grid',
  summary:
    'The grid of a roster (else of today’s): dates down, duties across, names inside; `as_of` as it stood then',
  access: 'duty.read',
  query: AnyGridQuery,
  status: 200,
  answer: Grid,
  refusals: {},
});
