import { editResource as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, Refusal } from '../platform/problem.ts';
import { changesOf } from './changes-of.ts';
import { presentResource } from './present-resource.ts';
import { recordResource } from './resource-event.ts';
import { lockResource, type ResourceFacts, updateResource } from './resource-store.ts';
import { resourceAfter, throwNameTaken } from './resource-wish.ts';
import { settingNames } from './settings.ts';
import { getSettings } from './settings-store.ts';

const fields = [
  ...(['name', 'colour', 'capacity', 'occupies_person', 'price_per_hour', 'currency'] as const),
  ...settingNames,
];

/** An admin changes a resource; what is booked already stays as it is, also above a lower capacity. */
export const editResource = action(route, async (tx, { params, body, facts }) => {
  const before = found(await lockResource(tx, params.id));
  if (facts.ifMatch !== null && facts.ifMatch !== before.version) throw stale(before.version);
  const settings = await getSettings(tx);
  const after = resourceAfter(before, body, settings);
  const changes = changesOf<ResourceFacts>(before, after, fields);
  if (Object.keys(changes).length === 0) return presentResource(before, settings, tx.by);

  const wanted = Object.fromEntries(fields.map((field) => [field, after[field]]));
  const row = await updateResource(tx, before, wanted).catch(throwNameTaken);
  await recordResource(tx, 'resource.updated', row, { changes });
  return presentResource(row, settings, tx.by);
});

function stale(version: number): Refusal {
  const sentence = 'Someone changed this resource meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
