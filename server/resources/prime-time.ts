import type { RuleConditions, RuleWindow } from '../../contract/platform/approval.ts';
import type { PrimeTime } from '../../contract/resources/prime-time.ts';
import type { Refused } from '../platform/problem.ts';
import { minuteOf } from '../timeline/module.ts';
import { endMinuteOf } from './settings.ts';

/** A rule of approval as far as prime time goes. */
export type Ruled = {
  id: string;
  subject: string;
  resource_id: string | null;
  conditions: RuleConditions;
  is_active: boolean;
  version: number;
};

/** What such a rule is called. */
export const primeTimeName = 'Prime time';

/** When a rule asks for an approval of reservations by the clock alone, on one weekday: prime time. */
export function primeWindowOf({ subject, conditions }: Ruled): RuleWindow | null {
  const { window, roles, hours, first_booking: first, cost } = conditions;
  const alone = !roles && !hours && !first && !cost;
  return subject === 'reservation' && window?.weekdays.length === 1 && alone ? window : null;
}

/** Rules that are prime time, as the API shows them, by weekday and start. */
export function primeTimesOf(rules: readonly Ruled[]): PrimeTime[] {
  const times = rules.flatMap((rule) => {
    const window = primeWindowOf(rule);
    return window ? [presentPrimeTime(rule, window)] : [];
  });
  const order = ({ weekday, start_time, id }: PrimeTime) => `${weekday} ${start_time} ${id}`;
  return times.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** One of them. */
export function presentPrimeTime(rule: Ruled, window: RuleWindow): PrimeTime {
  return {
    id: rule.id,
    resource: rule.resource_id,
    weekday: window.weekdays[0] as number,
    start_time: window.start_time,
    end_time: window.end_time,
    is_active: rule.is_active,
    version: rule.version,
  };
}

/** A prime time ends after it begins, at midnight at the latest. */
export function whyEmpty(window: { start_time: string; end_time: string }): Refused | null {
  if (endMinuteOf(window.end_time) > minuteOf(window.start_time)) return null;
  const sentence = 'End must be after start; 00:00 is the midnight that ends the day.';
  return {
    code: 'invalid',
    status: 400,
    detail: `end_time: ${sentence}`,
    facts: { errors: { end_time: [sentence] } },
  };
}
