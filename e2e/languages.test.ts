import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../scripts/source-files.ts';
import { demoPassword, emailOf } from '../server/demo/module.ts';
import type { World } from '../server/testing/open-world.ts';
import { allow, logIn, openLiveWorld, pageFor, pageOf, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

let world: World;
const places: Record<string, string> = {};
const pages: Record<string, Page> = {};
beforeAll(async () => {
  world = await openLiveWorld({ empty: true });
  await world.anyone.post('/api/setup/demo', {});
  const [waiting] = (await world.as.ben.get('/api/shifts/pending')).body;
  const [period] = (await world.as.ben.get('/api/schedule-periods')).body;
  const [message] = (await world.as.ben.get('/api/mailbox')).body;
  Object.assign(places, { shift: waiting.id, period: period.id, message: message?.id });
  pages.phone = await pageFor(world, 'ben', { on: 'phone' });
  pages.desk = await pageFor(world, 'ben');
});

const shown: [address: string, heading: string][] = [
  ['/calendar/2026/11', ''],
  ['/calendar/week/2026/48', ''],
  ['/more', 'app:more'],
  ['/more?ask=2026-11-25', 'app:more'],
  ['/more?shift={shift}', 'app:more'],
  ['/queue', 'rota:queue'],
  ['/periods/{period}', ''],
  ['/my-schedule', 'app:place./my-schedule'],
  ['/hours', 'rota:hours'],
  ['/gaps', 'app:place./gaps'],
  ['/offers', 'app:place./offers'],
  ['/people', 'ui:people'],
  ['/people/invitations', 'people:invitations'],
  ['/settings', 'app:place./settings'],
  ['/organisation', 'app:place./organisation'],
  ['/roles', 'organisations:roles'],
  ['/account', 'app:account'],
  ['/account/security', 'security:security'],
  ['/notifications', 'notifications:notifications'],
  ['/notification-preferences', 'notifications:notificationPreferences'],
  ['/deliveries', 'inbox:deliveries'],
  ['/mailbox', 'inbox:mailbox'],
  ['/templates/shift-approved', 'wording:messageTemplate'],
];

test('someone’s language is that of their pages, wherever they log in', async () => {
  await world.as.ben.patch('/api/auth/me', { language: 'ar' });
  for (const page of Object.values(pages)) {
    await page.reload();
    await page.locator('html[lang=ar][dir=rtl]').waitFor();
  }
});

test.each(shown)('%s in Arabic, from right to left', async (address, heading) => {
  for (const [on, page] of Object.entries(pages)) {
    await open(page, address, 'ar', heading);
    await expectAccessible(page, `arabic ${on} ${address}`);
  }
});

test('whoever chooses another language in the account has it at once', async () => {
  const page = pages.desk!;
  await page.goto('/account');
  await page.getByRole('combobox', { name: text('ar', 'identity:myLanguage') }).click();
  await page.getByRole('option', { name: 'Filipino', exact: true }).click();
  await page.getByRole('button', { name: text('ar', 'ui:save'), exact: true }).click();
  await page.locator('html[lang=fil][dir=ltr]').waitFor();
  await page.getByRole('combobox', { name: text('fil', 'identity:myLanguage') }).waitFor();
  const me = (await world.as.ben.get('/api/auth/me')).body;
  expect(me.language).toBe('fil');
});

test.each(shown)('%s in Filipino', async (address, heading) => {
  for (const page of Object.values(pages)) await open(page, address, 'fil', heading);
});

test('a language picked at the door is there at once, stays, and refuses in its words', async () => {
  const page = await pageOf(world, { on: 'phone' });
  await page.goto('/login');
  await page.getByRole('heading', { name: 'Log in', level: 1 }).waitFor();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('العربية');
  await page.locator('html[lang=ar][dir=rtl]').waitFor();
  await page.getByRole('heading', { name: text('ar', 'ui:logIn'), level: 1 }).waitFor();
  await page.reload();
  await page.locator('html[lang=ar][dir=rtl]').waitFor();
  await expectAccessible(page, 'the door in arabic');

  const email = page.getByLabel(text('ar', 'ui:email'));
  const password = page.getByRole('textbox', { name: text('ar', 'ui:password') });
  const enter = page.getByRole('button', { name: text('ar', 'ui:logIn'), exact: true });
  allow(/^401 POST \/api\/auth\/login$/);
  await email.fill(emailOf({ key: 'cleo' }));
  await password.fill('not the password');
  await enter.click();
  await page.getByText(text('ar', 'problems:wrong_credentials')).waitFor();

  // She has chosen none, so what was picked here holds, before the organisation's English.
  await password.fill(demoPassword);
  await enter.click();
  await page.waitForURL('**/calendar/**');
  await page.getByRole('heading', { name: 'نوفمبر 2026', level: 1 }).waitFor();
  await page.locator('html[lang=ar][dir=rtl]').waitFor();
});

test('who chose no language has the organisation’s', async () => {
  await world.as.ada.patch('/api/organisation', { locale: 'fil' });
  const page = await pageOf(world);
  await page.goto('/login');
  await page.locator('html[lang=en]').waitFor();
  await logIn(page, emailOf({ key: 'dev' }), demoPassword);
  await page.locator('html[lang=fil]').waitFor();
  await page.getByRole('heading', { name: 'Nobyembre 2026', level: 1 }).waitFor();
});

async function open(page: Page, address: string, language: 'ar' | 'fil', heading: string) {
  await page.goto(address.replace(/\{(\w+)\}/, (_, name) => places[name] ?? ''));
  const name = heading ? { name: text(language, heading), exact: true } : {};
  await page.getByRole('heading', { level: 1, ...name }).waitFor();
  const loading = page.locator(`[role=status][aria-label^="${text(language, 'ui:loading')}"]`);
  await loading.first().waitFor({ state: 'detached' });
  await page.locator(`html[lang=${language}][dir=${language === 'ar' ? 'rtl' : 'ltr'}]`).waitFor();
  const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(tooWide), 'pixels too wide').toBe(0);
  // An open place or a key in sight is a text that was not filled in or not found.
  expect(await page.locator('body').innerText()).not.toMatch(/\{\{|\b[a-z]+:[a-z]+[A-Z]\w+/);
}

/** What a catalogue says: `ui:save`, `app:place./queue`. */
function text(language: string, key: string): string {
  const [namespace = '', ...parts] = key.split(/[:.]/);
  const file = path.join(root, 'web/src/locales', language, `${namespace}.json`);
  const texts: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  return parts.reduce<unknown>(
    (at, part) => (at as Record<string, unknown>)[part],
    texts,
  ) as string;
}
