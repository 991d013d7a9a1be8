/** Whether the page is read from the right. */
export const isFromRight = () => document.documentElement.dir === 'rtl';

/** The key that moves along the line: where one reads from the right, the next thing is to the left. */
export function mirrored(key: string): string {
  return (isFromRight() && { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key]) || key;
}

/** A text with a direction of its own, whatever stands around it (Unicode's first strong isolate). */
export function isolate<T>(value: T): T | string {
  return typeof value === 'string' && value !== '' ? `\u2068${value}\u2069` : value;
}

/** From one to the other in the order in which the page is read, even beside Latin letters. */
export function fromTo(start: string, end: string): string {
  return isFromRight() ? `\u2067${start}–${end}\u2069` : `${start}–${end}`;
}
