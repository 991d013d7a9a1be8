import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Nullable } from '../platform/values.ts';
import { ImportRow, importBytesMax, importFile } from './import-file.ts';

export const previewImport = route({
  name: 'previewImport',
  module: 'people',
  method: 'POST',
  path: '/users/import/preview',
  summary: 'Read a CSV or XLSX of people and say what is wrong with which row; nothing is written',
  access: 'person.add',
  body: Body(importFile),
  bodyBytesMax: importBytesMax,
  status: 200,
  answer: Type.Object({
    columns: Type.Array(
      Type.Object({
        name: Type.String(),
        field: Nullable(Type.String({ description: 'null: not read' })),
      }),
    ),
    rows: Type.Array(ImportRow),
    good: Type.Integer(),
    bad: Type.Integer(),
  }),
  refusals: {},
});
