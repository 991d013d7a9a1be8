import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { GridQuery } from './grid.ts';

export const exportGridPdf = route({
  name: 'exportGridPdf',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments/grid.pdf',
  summary: 'The grid to print and hang up',
  access: 'duty.read',
  query: GridQuery,
  status: 200,
  answer: Type.String(),
  media: ['application/pdf'],
  refusals: {},
});
