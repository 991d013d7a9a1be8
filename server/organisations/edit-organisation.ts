import { editOrganisation as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { Refusal, refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { countCommitmentsAhead } from '../timeline/module.ts';
import { presentSettings } from './present-settings.ts';
import { changesOf, settingsAfter, whyNotMoveZone } from './settings.ts';
import { lockSettings, updateSettings } from './settings-store.ts';

/** What goes along when the organisation goes by another zone: its kinds of commitment, and what moves them. */
export type GoesAlong = {
  kinds: readonly string[];
  move: (tx: Tx, zone: string) => Promise<void>;
};

/** An admin changes the organisation's settings; a change of nothing is no event. */
export const editOrganisation = (along: GoesAlong) =>
  action(route, async (tx, { body, facts }) => {
    const before = await lockSettings(tx);
    if (facts.ifMatch !== null && facts.ifMatch !== before.version) throw stale(before.version);
    const after = settingsAfter(before, body);
    const changes = changesOf(before, after);
    if (Object.keys(changes).length === 0) return presentSettings(tx, before);

    if (changes.time_zone) {
      refuseIf(whyNotMoveZone(await countCommitmentsAhead(tx, along.kinds)));
    }
    const { version: _, ...settings } = after;
    const written = await updateSettings(tx, settings);
    if (changes.time_zone) await along.move(tx, after.time_zone);
    await record(tx, 'organisation.updated', tx.tenant.id, { changes });
    return presentSettings(tx, { ...settings, ...written });
  });

function stale(version: number): Refusal {
  const sentence = 'Someone changed the settings meanwhile. Read them again, then change them.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
