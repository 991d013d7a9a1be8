// Made once: making a format costs more than all the rest of a letter.
const dates = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long' });

/** `Fri 20 November` */
export function shortDate(date: string): string {
  return dates.format(Temporal.PlainDate.from(date));
}

/** `06:00–07:00 and 08:00–09:00` */
export function spansOf(spans: readonly { start_time: string; end_time: string }[]): string {
  return spans
    .map((span) => `${span.start_time.slice(0, 5)}–${span.end_time.slice(0, 5)}`)
    .join(' and ');
}

/** Hours as text for reading: "3.00" as "3", "0.50" as "0.5". */
export function plainHours(hours: string): string {
  return hours.replace(/\.?0+$/, '');
}
