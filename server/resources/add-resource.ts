import { addResource as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { presentResource } from './present-resource.ts';
import { recordResource } from './resource-event.ts';
import { getResource, insertResource } from './resource-store.ts';
import { resourceAfter, throwNameTaken } from './resource-wish.ts';
import { noOwnSettings } from './settings.ts';
import { getSettings } from './settings-store.ts';

/** An admin adds something that can be booked. */
export const addResource = action(route, async (tx, { body }) => {
  const settings = await getSettings(tx);
  const blank = {
    ...noOwnSettings,
    ...{ name: body.name, colour: '#3a4fd0', capacity: 1, occupies_person: true },
    ...{ price_per_hour: null, currency: null },
  };
  const facts = resourceAfter(blank, body, settings);

  const id = await insertResource(tx, facts).catch(throwNameTaken);
  const row = found(await getResource(tx, id));
  await recordResource(tx, 'resource.created', row);
  return presentResource(row, settings, tx.by);
});
