import type { HourScope, RuleConditions } from '../../../contract/platform/approval.ts';
import { reachedWindow, type Stretch } from './reached-window.ts';

type Named<K extends keyof RuleConditions> = NonNullable<RuleConditions[K]>;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Why a window is reached, as part of a sentence; null when it is not. */
export function windowReason(window: Named<'window'>, clock: readonly Stretch[]): string | null {
  const weekday = reachedWindow(window, clock);
  if (weekday === null) return null;
  const [start, end] = [window.start_time.slice(0, 5), window.end_time.slice(0, 5)];
  const span = start === end && start === '00:00' ? 'all day' : `from ${start} to ${end}`;
  return `it reaches into ${weekdays[weekday]} ${span}`;
}

const scopes: Record<HourScope, string> = {
  request: 'it takes',
  day: 'they would have that day',
  week: 'they would have that week',
  month: 'they would have that month',
};

/** Why so many minutes are too many; null when they are not. */
export function hoursReason({ over_minutes: most, per }: Named<'hours'>, minutes: number) {
  if (minutes <= most) return null;
  return `${scopes[per]} ${durationText(minutes)}, more than ${durationText(most)}`;
}

/** Why it costs too much; null when it does not, has no price or one in another currency. */
export function costReason(
  { over, currency }: Named<'cost'>,
  cost: { amount: number; currency: string } | null,
): string | null {
  if (cost === null || cost.currency !== currency || cost.amount <= over) return null;
  return `it costs ${moneyText(cost.amount, currency)}, more than ${moneyText(over, currency)}`;
}

/** `2 h 30 min`. */
function durationText(minutes: number): string {
  const parts = [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`];
  return parts.filter((part) => !part.startsWith('0 ')).join(' ') || '0 min';
}

/** Minor units as the currency writes them: yen have none, dinars three places. */
function moneyText(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  const places = format.resolvedOptions().maximumFractionDigits ?? 2;
  const digits = String(amount).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${whole}${places > 0 ? `.${digits.slice(-places)}` : ''} ${currency}`;
}
