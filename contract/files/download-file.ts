import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';

export const downloadFile = route({
  name: 'downloadFile',
  module: 'files',
  method: 'GET',
  path: '/files/content/:token',
  summary:
    'The bytes of a stored file, whole or a range of them, for whoever has its address until that expires',
  access: 'anyone',
  params: Body({ token: Type.String({ maxLength: 200 }) }),
  status: 200,
  answer: Type.String(),
  media: ['application/octet-stream'],
  slow: true,
  refusals: {
    link_invalid: 'The address was not made here, or was changed (403).',
    link_expired: 'The address has expired: ask for the file again (403).',
    file_not_ready: 'It waits for the virus scanner, or is in quarantine, lost or damaged.',
    files_unavailable: 'The store can’t be reached now (503).',
    range_not_satisfiable: 'The range begins behind the file’s end (416).',
  },
});
