import { editBookingSettings as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { Refusal, refuseIf } from '../platform/problem.ts';
import { changesOf } from './changes-of.ts';
import { ownSettingsOf } from './present-resource.ts';
import { selectResources } from './resource-store.ts';
import { changed, settingNames, settingsFor, whyContradictory } from './settings.ts';
import { lockSettings, type StoredSettings, updateSettings } from './settings-store.ts';

/** An admin changes how reservations are taken; what is booked already stays. */
export const editBookingSettings = action(route, async (tx, { body, facts }) => {
  const before = await lockSettings(tx);
  if (facts.ifMatch !== null && facts.ifMatch !== before.version) throw stale(before.version);
  const after = changed<StoredSettings>(before, body);
  const changes = changesOf(before, after, settingNames);
  if (Object.keys(changes).length === 0) return before;
  refuseIf(whyContradictory(after));
  // A resource with some settings of its own may not fit the new ones.
  for (const resource of await selectResources(tx).execute()) {
    const holds = settingsFor(ownSettingsOf(resource), after);
    refuseIf(whyContradictory(holds, ` See the settings of ${resource.name}.`));
  }

  const { version: _, ...settings } = after;
  const written = await updateSettings(tx, before, settings);
  await record(tx, 'booking_settings.updated', tx.tenant.id, { changes });
  return written;
});

function stale(version: number): Refusal {
  const sentence = 'Someone changed the settings meanwhile. Read them again, then change them.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
