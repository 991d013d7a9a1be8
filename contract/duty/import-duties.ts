import { Type } from 'typebox';
import { importBytesMax } from '../people/import-file.ts';
import { route } from '../platform/route.ts';
import { Body, Message } from '../platform/values.ts';
import { dutyFile } from './duty-import.ts';

export const importDuties = route({
  name: 'importDuties',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments/import',
  summary:
    'Assign what a CSV or XLSX says, in one transaction: all of it, or with `partial` what can be',
  access: 'duty.assign',
  body: Body({ ...dutyFile, partial: Type.Optional(Type.Boolean()) }),
  bodyBytesMax: importBytesMax,
  status: 200,
  answer: Type.Object({
    ...Message.properties,
    assigned: Type.Integer(),
    standing: Type.Integer(),
    refused: Type.Integer(),
  }),
  refusals: {
    bulk_refused: 'Not all of them can be assigned, so none was; `rows` says which and why.',
  },
});
