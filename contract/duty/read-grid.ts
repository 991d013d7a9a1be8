import { route } from '../platform/route.ts';
import { Grid, GridQuery } from './grid.ts';

export const readGrid = route({
  name: 'readGrid',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments/grid',
  summary:
    'The grid of a roster: dates down, duties across, names inside; `as_of` as it stood then',
  access: 'duty.read',
  query: GridQuery,
  status: 200,
  answer: Grid,
  refusals: {},
});
