const scheme = 'data-mantine-color-scheme';

/** Paper is white: what is printed is printed in the light scheme, and the screen gets its own back. */
export function printInLight(): void {
  const { documentElement: page } = document;
  let before: string | null = null;
  addEventListener('beforeprint', () => {
    before = page.getAttribute(scheme);
    page.setAttribute(scheme, 'light');
  });
  addEventListener('afterprint', () => {
    if (before) page.setAttribute(scheme, before);
  });
}
