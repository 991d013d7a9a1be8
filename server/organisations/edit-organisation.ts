import { editOrganisation as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { Refusal, refuseIf } from '../platform/problem.ts';
import { countCommitmentsAhead } from '../timeline/module.ts';
import { presentSettings } from './present-settings.ts';
import { changesOf, settingsAfter, whyNotMoveZone } from './settings.ts';
import { lockSettings, updateSettings } from './settings-store.ts';

/** An admin changes the organisation's settings; a change of nothing is no event. */
export const editOrganisation = action(route, async (tx, { body, facts }) => {
  const before = await lockSettings(tx);
  if (facts.ifMatch !== null && facts.ifMatch !== before.version) throw stale(before.version);
  const after = settingsAfter(before, body);
  const changes = changesOf(before, after);
  if (Object.keys(changes).length === 0) return presentSettings(tx, before);

  if (changes.time_zone) refuseIf(whyNotMoveZone(await countCommitmentsAhead(tx)));
  const { version: _, ...settings } = after;
  const written = await updateSettings(tx, settings);
  await record(tx, 'organisation.updated', tx.tenant.id, { changes });
  return presentSettings(tx, { ...settings, ...written });
});

function stale(version: number): Refusal {
  const sentence = 'Someone changed the settings meanwhile. Read them again, then change them.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
