import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { importBytesMax, importFile } from './import-file.ts';

export const importPeople = route({
  name: 'importPeople',
  module: 'people',
  method: 'POST',
  path: '/users/import',
  summary:
    'Add the people of a CSV or XLSX, all in one transaction: every row, or those of `lines`; one bad row among them and none is added',
  access: 'person.add',
  body: Body({
    ...importFile,
    lines: Type.Optional(
      Type.Array(Type.Integer({ minimum: 2, maximum: 100_000 }), { maxItems: 1_000 }),
    ),
    invite: Type.Optional(Type.Boolean({ description: 'Mail each of them a link (true)' })),
  }),
  bodyBytesMax: importBytesMax,
  status: 201,
  answer: Type.Object({ message: Type.String(), added: Type.Integer() }),
  refusals: {
    verify_first: 'Verify your own e-mail address before messages go to others (403).',
    person_exists: 'Someone of the file was added a moment ago.',
  },
});
