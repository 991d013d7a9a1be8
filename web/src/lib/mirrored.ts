/** The key that moves along the line: where one reads from the right, the next thing is to the left. */
export function mirrored(key: string): string {
  if (document.documentElement.dir !== 'rtl') return key;
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key;
}
