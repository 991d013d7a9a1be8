import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  request,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { buildWebIfChanged } from '../scripts/build-web.ts';
import { demoPassword, emailOf } from '../server/demo/module.ts';
import { openWorld, type World } from '../server/testing/open-world.ts';
import { until } from '../server/testing/until.ts';
import { launchChromium } from './chromium.ts';
import { inTurn } from './in-turn.ts';

/** How someone looks at Callboard. */
export type Look = { on?: 'phone' | 'desk'; scheme?: 'light' | 'dark' };

const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1280, height: 800 } },
};

const usual = [
  // Playwright looks into the mailbox's sandboxed frame; the letter in it has no script.
  /^Blocked script execution in 'about:srcdoc'/,
];

let browser: Browser;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];
const allowed: RegExp[] = [];

/** Builds the web app, launches the browser, and fails each test in which a page complains. */
export function withBrowser(): void {
  beforeAll(async () => {
    await inTurn(inject('databaseUrl'), buildWebIfChanged);
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await shoot(`failed ${task.name}`);
    const unexpected = complaints
      .splice(0)
      .filter((complaint) => ![...usual, ...allowed].some((pattern) => pattern.test(complaint)));
    allowed.length = 0;
    expect(unexpected, 'what the pages complained about').toEqual([]);
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
  });
}

/** Pictures of all open pages, for looking at: only where E2E_SHOTS names a folder. */
export async function shoot(name: string, pages = contexts.flatMap((context) => context.pages())) {
  const folder = process.env.E2E_SHOTS;
  if (!folder) return;
  const file = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: path.join(folder, `${file}-${index + 1}.png`), fullPage: true });
  }
}

/** What a page may complain about in this test: `409 POST /api/shifts/…`, or a console error. */
export function allow(...patterns: RegExp[]): void {
  allowed.push(...patterns);
}

/** A world whose mail goes out. */
export function openLiveWorld(options: { empty?: boolean } = {}): Promise<World> {
  return openWorld({ ...options, config: { works: true } });
}

/** A page of a browser of one's own, which nobody is logged in to. */
export function pageOf(world: World, look: Look = {}): Promise<Page> {
  return openPage(world, look);
}

/** A page that someone of the world is logged in to, as after a log-in earlier today. */
export async function pageFor(world: World, who: string, look: Look = {}): Promise<Page> {
  const page = await openPage(world, look, await loggedIn(world, emailOf({ key: who })));
  await page.goto('/calendar');
  await page.waitForURL('**/calendar/**');
  return page;
}

type State = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;

async function openPage(
  world: World,
  { on = 'desk', scheme = 'light' }: Look,
  storageState?: State,
): Promise<Page> {
  const context = await browser.newContext({
    ...screens[on],
    ...(storageState && { storageState }),
    baseURL: world.origin,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  contexts.push(context);
  context.setDefaultTimeout(20_000);
  await context.clock.setFixedTime(world.clock.now().epochMilliseconds);
  // Links in mails lead to the program's public address; it is this world.
  const publicUrl = world.program.app.config.url;
  await context.route(`${publicUrl}/**`, (route) => {
    const location = route.request().url().replace(publicUrl, world.origin);
    return route.fulfill({ status: 302, headers: { location } });
  });
  listen(context);
  return context.newPage();
}

/** What a browser keeps of a log-in: the cookies, and that there is a session. */
async function loggedIn(world: World, email: string): Promise<State> {
  const outside = await request.newContext({ baseURL: world.origin });
  const answer = await outside.post('/api/auth/login', { data: { email, password: demoPassword } });
  expect(answer.status(), `log-in of ${email}`).toBe(200);
  const { cookies } = await outside.storageState();
  await outside.dispose();
  const localStorage = [{ name: 'callboard-session', value: '1' }];
  return { cookies, origins: [{ origin: world.origin, localStorage }] };
}

/** Fills in the log-in form that stands before us. */
export async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** What the page shows equals what a fresh load of the same address shows, or does in a moment. */
export async function expectTruth(page: Page): Promise<void> {
  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  const same = async () => (await shownOn(page)) === (await shownOn(fresh));
  await until('a page as a fresh load shows it', same).catch(() => {});
  expect(await shownOn(page)).toBe(await shownOn(fresh));
  await fresh.close();
}

/** All that page and dialogs say, to eyes and to screen readers. */
async function shownOn(page: Page): Promise<string> {
  const parts = await page.locator('main, [role=dialog]').all();
  const shown = parts.map(
    async (part) => `${await part.ariaSnapshot()}\n${await part.textContent()}`,
  );
  return (await Promise.all(shown)).join('\n');
}

/** Counts the documents that a page loads: none may be needed to see what others do. */
export function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads += 1;
  });
  return () => loads;
}

function listen(context: BrowserContext): void {
  context.on('console', (message) => {
    // The browser repeats here every answer of 400 and more; `response` has them all, with method.
    const repeated = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !repeated) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left stops its requests.
    if (why === 'net::ERR_ABORTED') return;
    complaints.push(`${why} ${request.method()} ${new URL(request.url()).pathname}`);
  });
  context.on('response', (response) => {
    if (response.status() < 400) return;
    const { pathname } = new URL(response.url());
    complaints.push(`${response.status()} ${response.request().method()} ${pathname}`);
  });
}
