import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { root } from '../scripts/source-files.ts';

const packed = path.dirname(
  path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))),
);

// The package's own flags are for Lambda: one process for all, and web security off, which would
// hide what a browser refuses.
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-webgl', '--font-render-hinting=none'],
  // A microphone that beeps, and nobody who must allow it.
  ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
];

/** The browser of the journeys, with its own libraries and fonts: nothing comes from the system. */
export async function launchChromium(): Promise<Browser> {
  const folder = await unpackOnce();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: await writeFonts(folder),
    },
  });
}

// The package's fonts have no Arabic letters: without any the browser draws them with no width.
const arabic = path.join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-arabic');

async function writeFonts(folder: string): Promise<string> {
  const file = path.join(folder, 'fonts-and-arabic.conf');
  const folders = [path.join(folder, 'fonts', 'fonts'), arabic];
  const fonts = folders.map((dir) => `<dir>${dir}</dir>`).join('');
  const cache = `<cachedir>${folder}/fonts-cache</cachedir>`;
  if (!existsSync(file)) await writeFile(file, `<fontconfig>${fonts}${cache}</fontconfig>\n`);
  return file;
}

/** Unpacks beside and renames: another run never sees half a browser. */
async function unpackOnce(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(packed, 'package.json'), 'utf8'));
  const folder = path.join(root, 'node_modules', '.cache', `callboard-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}-${process.pid}`;
  await mkdir(half, { recursive: true });
  await unpackInto(half);
  // Fails when another run was first; then its folder is as good.
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }));
  return folder;
}

async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  // The package can't be told otherwise where to unpack.
  process.env.TMPDIR = folder;
  try {
    const files = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];
    await Promise.all(files.map((file) => inflate(path.join(packed, 'bin', file))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
