import { setPhoto as route } from '../../contract/routes.ts';
import { dropFile, presentFile, saveFile } from '../files/module.ts';
import { changePerson } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { lockPersonRow } from './lock-person-row.ts';

/** Gives someone a photo of their own; the one before it goes. */
export const setPhoto = action(route, async (tx, { files }) => {
  const person = await lockPersonRow(tx, tx.by.personId);
  const [photo] = files.photo;
  const file = await saveFile(tx, found(photo), { kind: 'person', id: person.id });
  await changePerson(tx, person.id, { photo_id: file.id });
  if (person.photo_id) await dropFile(tx, person.photo_id);
  const changes = { photo_id: [person.photo_id, file.id] };
  await record(tx, 'person.updated', person.id, { full_name: person.full_name, changes });
  return presentFile(tx, file);
});
