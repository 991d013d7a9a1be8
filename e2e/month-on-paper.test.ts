import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { allow, openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

let world: World;
beforeAll(async () => {
  world = await openLiveWorld();
  const period = await openPeriod(world);
  for (let day = 1; day <= 28; day += 1) {
    const date = `2026-12-${String(day).padStart(2, '0')}`;
    const who = (['cleo', 'dev', 'eli'] as const)[day % 3] ?? 'cleo';
    const notes = 'For the coordinator only';
    const shift = await asked(world, who, { period, date, notes });
    if (day % 7 !== 0) await approve(world, shift);
    const night = { period, date, start: '21:00', end: '22:00' };
    if (day % 4 !== 0) await approve(world, await asked(world, 'ada', night), over);
  }
});
const over = { override_overtime: true };

/** Chooses from the toolbar's menu and returns what was downloaded. */
async function downloaded(page: Page, item: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Print or download' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test.each(['desk', 'phone'] as const)('the month as files, on a %s', async (on) => {
  const page = await pageFor(world, 'cleo', { on });
  await page.goto('/calendar/2026/12');
  const csv = await downloaded(page, 'Table (CSV)');
  expect(csv.name).toBe('rota-2026-12.csv');
  const lines = csv.bytes.toString().trim().split('\r\n');
  expect(lines[1]).toBe('2026-12-01,Tuesday,Dev Patel,06:00,09:00,no,180,3,APPROVED,complete,');
  const xlsx = await downloaded(page, 'Excel workbook (XLSX)');
  expect(xlsx.name).toBe('rota-2026-12.xlsx');
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
  await page.goto(`/calendar/week/2026/50?person=${world.ids.cleo}`);
  const own = await downloaded(page, 'Table (CSV)');
  expect(own.bytes.toString()).not.toContain('Dev Patel');
  expect(own.bytes.toString()).toContain('Cleo Marsh');
});

test('a file that does not come says so', async () => {
  allow(/^500 GET/);
  const page = await pageFor(world, 'cleo', { on: 'phone' });
  await page.route('**/api/calendar/export/**', (route) =>
    route.fulfill({ status: 500, json: { detail: 'Something broke on our side.' } }),
  );
  await page.goto('/calendar/2026/12');
  await page.getByRole('button', { name: 'Print or download' }).click();
  await shoot('export menu phone', [page]);
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  await page.getByText('Something broke on our side.').waitFor();
});

test('the month on paper: looked at, then printed', async () => {
  const desk = await pageFor(world, 'ben');
  const phone = await pageFor(world, 'ben', { on: 'phone' });
  await desk.goto('/calendar/2026/12');
  await desk.getByRole('button', { name: 'Print or download' }).click();
  await desk.getByRole('menuitem', { name: 'Print' }).click();
  const paper = desk.frameLocator('iframe[title="The page as it is printed"]');
  await paper.getByText('06:00–09:00 Cleo Marsh').first().waitFor();
  expect(await paper.getByText('coordinator').count()).toBe(0);
  expect(await paper.getByText('(asked)').count()).toBe(0);
  await desk.getByRole('switch', { name: 'With requests that wait' }).check();
  await paper.getByText('(asked)').first().waitFor();

  await desk.evaluate(`{
    const frame = document.querySelector('iframe').contentWindow;
    frame.print = () => document.body.setAttribute('data-printed', frame.document.title);
  }`);
  await desk.getByRole('button', { name: 'Print', exact: true }).click();
  expect(await desk.getAttribute('body', 'data-printed')).toBe('December 2026 · Harbour Care');

  const alone = desk.waitForEvent('popup');
  await desk.getByRole('button', { name: 'Open it alone' }).click();
  const opened = await alone;
  await opened.getByRole('heading', { name: 'December 2026 · Harbour Care' }).waitFor();
  await onPaper(opened, 'month');
  await opened.close();

  await expectWhole({ phone, desk }, '/calendar/2026/12/print', 'Print December 2026');
  await desk.getByRole('link', { name: 'Calendar' }).first().click();
  await desk.getByRole('button', { name: 'Print or download' }).waitFor();
  await desk.keyboard.press('p');
  await paper.getByText('06:00–09:00 Cleo Marsh').first().waitFor();
});

test('a page of the app itself comes out light and without what only a screen needs', async () => {
  const page = await pageFor(world, 'ben', { scheme: 'dark' });
  await page.goto('/queue');
  await page.getByRole('article').first().waitFor();
  const html = page.locator('html');
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  expect(await html.getAttribute('data-mantine-color-scheme')).toBe('light');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
  await shoot('queue on paper', [page]);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
  expect(await html.getAttribute('data-mantine-color-scheme')).toBe('dark');
});

/** One sheet of A4, across; kept as PDF for looking at where E2E_SHOTS names a folder. */
async function onPaper(page: Page, name: string): Promise<void> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages).toHaveLength(1);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[456]/);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1123, height: 794 });
  await shoot(`${name} on paper`, [page]);
  const folder = process.env.E2E_SHOTS;
  if (folder) await writeFile(path.join(folder, `${name}.pdf`), pdf);
}
