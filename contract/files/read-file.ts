import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { StoredFile } from './stored-file.ts';

export const readFile = route({
  name: 'readFile',
  module: 'files',
  method: 'GET',
  path: '/files/:id',
  summary:
    'A stored file with fresh addresses to read it by; 404 unless you see what it belongs to',
  access: 'account',
  byKey: true,
  params: ById,
  status: 200,
  answer: StoredFile,
  refusals: {},
});
