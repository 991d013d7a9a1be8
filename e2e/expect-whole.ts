import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { shoot } from './browser.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const screens = ['phone', 'desk'] as const;

/** The same browser twice: on a phone and at a desk. */
export type Pages = Record<(typeof screens)[number], Page>;

/**
 * Waits for a page's content, then holds it against what every page must be: titled, one main
 * landmark, no wider than the screen, and without violations of WCAG 2.2 AA in light and dark.
 */
export async function expectWhole(pages: Pages, address: string, heading: string, dialog?: string) {
  for (const on of screens) {
    const page = pages[on];
    await page.goto(address);
    await page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor();
    if (dialog) await page.getByRole('dialog', { name: dialog }).waitFor();
    const loading = page.locator('[role=status][aria-label^=Loading]').first();
    await loading.waitFor({ state: 'detached' });
    expect(await page.locator('h1').count(), 'first headings').toBe(1);
    expect(await page.locator('main').count(), 'main landmarks').toBe(1);
    expect(await page.title()).toMatch(/^\S.* · Callboard$/);
    const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(tooWide), `pixels too wide on the ${on}`).toBe(0);
    await expectAccessible(page, `${address} ${on}`);
  }
}

/** Nothing on the page, as it stands before us, violates WCAG 2.2 AA, in light and dark. */
export async function expectAccessible(page: Page, name: string) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    await shoot(`${name} ${colorScheme}`, [page]);
    expect(await violationsOn(page, colorScheme), `${name}, ${colorScheme}`).toEqual([]);
  }
}

async function violationsOn(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode(true);
  // Only the colours differ in the dark.
  if (scheme === 'dark') axe.withRules('color-contrast');
  else axe.withTags(tags);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
