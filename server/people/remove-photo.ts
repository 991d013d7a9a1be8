import { removePhoto as route } from '../../contract/routes.ts';
import { dropFile } from '../files/module.ts';
import { changePerson } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { lockPersonRow } from './lock-person-row.ts';

/** Takes someone's photo away. */
export const removePhoto = action(route, async (tx) => {
  const person = await lockPersonRow(tx, tx.by.personId);
  const photo = found(person.photo_id ?? undefined);
  await changePerson(tx, person.id, { photo_id: null });
  await dropFile(tx, photo);
  const changes = { photo_id: [photo, null] };
  await record(tx, 'person.updated', person.id, { full_name: person.full_name, changes });
  return { message: 'Your photo is gone.' };
});
