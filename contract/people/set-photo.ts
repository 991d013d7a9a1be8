import { StoredFile } from '../files/stored-file.ts';
import { route } from '../platform/route.ts';

export const setPhoto = route({
  name: 'setPhoto',
  module: 'people',
  method: 'PUT',
  path: '/users/me/photo',
  summary:
    'Give me a photo; what it tells of place and camera is taken out, and one before it goes',
  access: 'account',
  multipart: {
    files: { photo: { kinds: ['image'], bytesMax: 10_485_760, most: 1, required: true } },
  },
  status: 200,
  answer: StoredFile,
  refusals: {
    file_too_large: 'More than 10 MB (413).',
    image_too_large: 'More than 100 megapixels, or 20,000 pixels a side (413).',
    file_type: 'By its content it is no JPEG, PNG or WebP (415).',
    unsupported_type: 'The request is no form (415).',
    person_quota: 'You have as much stored as one person may (413).',
    files_unavailable: 'The store can’t be reached now (503).',
    organisation_quota: 'The organisation has as much stored as it may (507).',
  },
});
