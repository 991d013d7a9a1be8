import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { CoverageWindow } from './coverage.ts';

export const listCoverageWindows = route({
  name: 'listCoverageWindows',
  module: 'rota',
  method: 'GET',
  path: '/coverage-windows',
  summary: 'The spans of every day that must be covered',
  access: 'coverage.read',
  status: 200,
  answer: Type.Array(CoverageWindow),
  refusals: {},
});
