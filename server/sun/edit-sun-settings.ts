import { editSunSettings as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { invalid, Refusal } from '../platform/problem.ts';
import { lockSunRow, type SunRow, saveSunPlace } from './place-store.ts';

/** An admin sets the place of the organisation or the rules; a change of nothing is no event. */
export const editSunSettings = action(route, async (tx, { body, facts }) => {
  const { version, ...before } = await lockSunRow(tx);
  if (facts.ifMatch !== null && facts.ifMatch !== version) throw stale(version);
  const after = { ...before, ...body };
  const changes = changesOf(before, after);
  const can = { change: true };
  if (Object.keys(changes).length === 0) return { ...before, version, can };

  const { latitude, longitude } = after;
  if (latitude === null) throw invalid({ latitude: ['Say where: latitude and longitude.'] });
  if (longitude === null) throw invalid({ longitude: ['Say where: latitude and longitude.'] });
  const place = { ...after, latitude, longitude };
  const next = await saveSunPlace(tx, place);
  await record(tx, 'sun_place.updated', tx.tenant.id, { changes });
  return { ...place, version: next, can };
});

type Settings = Omit<SunRow, 'version'>;

function changesOf(before: Settings, after: Settings) {
  const fields = Object.keys(before) as (keyof Settings)[];
  return Object.fromEntries(
    fields
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );
}

function stale(version: number): Refusal {
  const sentence = 'Someone changed them meanwhile. Read them again, then change them.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
