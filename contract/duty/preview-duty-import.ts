import { Type } from 'typebox';
import { importBytesMax } from '../people/import-file.ts';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { DutyImportRow, dutyFile } from './duty-import.ts';

export const previewDutyImport = route({
  name: 'previewDutyImport',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments/import/preview',
  summary: 'Read a CSV or XLSX of assignments and say what is wrong with which; nothing is written',
  access: 'duty.assign',
  body: Body(dutyFile),
  bodyBytesMax: importBytesMax,
  status: 200,
  answer: Type.Object({
    rows: Type.Array(DutyImportRow),
    good: Type.Integer(),
    bad: Type.Integer(),
    standing: Type.Integer({ description: 'Those that are so already' }),
  }),
  refusals: {},
});
