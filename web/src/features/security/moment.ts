/** A moment on the organisation's clock: “20 Nov 2026, 09:00”. */
export function moment(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}
