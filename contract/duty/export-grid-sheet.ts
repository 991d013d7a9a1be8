import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { GridQuery } from './grid.ts';

export const exportGridSheet = route({
  name: 'exportGridSheet',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments/grid.xlsx',
  summary: 'The grid as a workbook',
  access: 'duty.read',
  query: GridQuery,
  status: 200,
  answer: Type.String(),
  media: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  refusals: {},
});
