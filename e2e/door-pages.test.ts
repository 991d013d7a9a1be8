import { beforeAll, test } from 'vitest';
import { openLiveWorld, pageOf, withBrowser } from './browser.ts';
import { expectWhole, type Pages } from './expect-whole.ts';

withBrowser();

let pages: Pages;
let empty: Pages;
beforeAll(async () => {
  const [world, fresh] = [await openLiveWorld(), await openLiveWorld({ empty: true })];
  pages = { phone: await pageOf(world, { on: 'phone' }), desk: await pageOf(world) };
  empty = { phone: await pageOf(fresh, { on: 'phone' }), desk: await pageOf(fresh) };
});

test.each([
  ['/login', 'Log in'],
  ['/register', 'Make an account'],
  ['/forgot-password', 'Forgot your password?'],
  ['/reset-password?token=x', 'Choose a new password'],
  ['/verify-email?token=x', 'Verify your e-mail'],
  ['/nowhere', 'There is nothing at this address'],
])('%s', (address, heading) => expectWhole(pages, address, heading));

test('/welcome', () => expectWhole(empty, '/welcome', 'Welcome to your board'));
