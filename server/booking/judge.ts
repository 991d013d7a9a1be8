import type { Cost } from '../../contract/booking/reservation.ts';
import { findRules } from '../approvals/module.ts';
import type { Refused } from '../platform/problem.ts';
import type { Read, View } from '../platform/scope.ts';
import {
  getSettings,
  ownSettingsOf,
  priceOf,
  type ResourceRow,
  settingsFor,
} from '../resources/module.ts';
import type { Span } from '../timeline/module.ts';
import { type Approval, approvalOf, type BookingRule } from './approval.ts';
import { burdenOn, type Load, loadBurden } from './burden.ts';
import { costOf } from './cost.ts';
import { whyTooMany } from './limits.ts';
import { lookForPlace, whyBusy, whyTaken } from './place.ts';
import { whyNotSpan } from './span.ts';

/** What holds for everyone: the rules of approval and the settings of a resource. */
export type Ground = {
  resource: ResourceRow;
  settings: ReturnType<typeof settingsFor>;
  rules: BookingRule[];
};

/** Whoever reserves. */
export type Booker = { id: string; role: string };

/** What becomes of a wish: a unit that is free and whether an admin decides; or why it can't be. */
export type Judgement = {
  refused: Refused | null;
  unitId: string | null;
  approval: Approval;
  cost: Cost | null;
};

/** The ground that a resource's reservations stand on. */
export async function loadGround(read: Read, resource: ResourceRow): Promise<Ground> {
  const [organisation, rules] = await Promise.all([
    getSettings(read),
    findRules(read, 'reservation'),
  ]);
  return { resource, settings: settingsFor(ownSettingsOf(resource), organisation), rules };
}

/**
 * Runs every check on a wish: the span, whether it is free, the person, their limits, and by the one
 * engine whether an admin decides. `except` is the reservation that would be moved; `known` what the
 * booker has beside, when that is known.
 */
export async function judge(
  view: View,
  ground: Ground,
  booker: Booker,
  span: Span,
  except: string | null = null,
  known: Load | null = null,
): Promise<Judgement> {
  const { resource, settings, rules } = ground;
  const claimant = { personId: booker.id, resource, span, except };
  const others = except === null ? [] : [except];
  const [{ busy, unitId }, load] = await Promise.all([
    lookForPlace(view, claimant),
    known ?? loadBurden(view, booker.id, span.date, others),
  ]);
  const burden = burdenOn(load, span.date, resource.id);
  const cost = costOf(priceOf(resource), span.minutes);
  const asked = { span, resourceId: resource.id, role: booker.role, burden, cost };
  const refused =
    whyNotSpan(span, settings, view.now) ??
    (unitId ? null : await whyTaken(view, claimant)) ??
    (busy ? await whyBusy(view, claimant) : null) ??
    whyTooMany(span.minutes, burden, settings, ownSettingsOf(resource));
  return { refused, unitId, approval: approvalOf(rules, asked), cost };
}
