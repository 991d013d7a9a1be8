import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { stored } from '../server/files/testing.ts';
import { allow, openLiveWorld, pageFor, pageOf, withBrowser } from './browser.ts';

withBrowser();

test('a photo of one’s own: given, shown, still there after a reload, taken away', async () => {
  const world = await openLiveWorld();
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.goto('/account');
  const photo = await cleo.screenshot({ type: 'jpeg' });
  const chosen = cleo.waitForEvent('filechooser');
  await cleo.getByRole('button', { name: 'Add a photo' }).click();
  await (await chosen).setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo });
  await cleo.getByText('Your photo is saved.').first().waitFor();
  const image = cleo.getByRole('img', { name: 'Cleo Marsh' });
  await image.waitFor();
  expect(await image.evaluate((img: { naturalWidth: number }) => img.naturalWidth)).toBeGreaterThan(
    0,
  );
  await cleo.reload();
  await cleo.getByRole('img', { name: 'Cleo Marsh' }).waitFor();
  await cleo.getByRole('button', { name: 'Remove' }).click();
  await cleo.getByText('Your photo is gone.').first().waitFor();
  await cleo.getByRole('button', { name: 'Add a photo' }).waitFor();
});

test('what is no photo is said so', async () => {
  const world = await openLiveWorld();
  allow(/415/);
  const cleo = await pageFor(world, 'cleo');
  await cleo.goto('/account');
  const chosen = cleo.waitForEvent('filechooser');
  await cleo.getByRole('button', { name: 'Add a photo' }).click();
  const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  await (await chosen).setFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  await cleo.getByText('By its content this is not a photo').waitFor();
});

// Chromium with nothing between it and the file: what the address of a stored file does when it is opened.
test('S-084: HTML in a document, opened by its address: it is saved, and no script of it runs', async () => {
  const world = await openLiveWorld();
  const called: string[] = [];
  const listener = await listen((url) => called.push(url));
  const { port } = listener.address() as AddressInfo;
  const script = `<script>fetch('http://127.0.0.1:${port}/ran')</script>`;
  const file = await stored(
    world,
    Buffer.from(`Dear all,\n<html><body>${script}</body></html>`),
    'a.txt',
  );
  const page = await pageOf(world);
  for (const url of [file.url, file.download_url]) {
    const download = page.waitForEvent('download');
    await page.goto(world.origin + url).catch(() => {});
    expect((await download).suggestedFilename()).toBe('a.txt');
  }
  await page.goto(`${world.origin}/login`);
  allow(/sandbox|Refused|frame/i);
  const answered = page.waitForResponse((answer) => answer.url().endsWith(file.url ?? ''));
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(file.url)} }))`,
  );
  await answered;
  await page.evaluate(`fetch('/api/health').then((answer) => answer.text())`);
  expect(called).toEqual([]);
  listener.close();
});

async function listen(heard: (url: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    heard(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}
