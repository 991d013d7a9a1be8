import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.CALLBOARD_API ?? 'http://localhost:3000';

export const config = defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    // The server validates; the browser needs of a contract only its types, method and path.
    alias: { typebox: here('src/lib/schema-stand-in.ts') },
  },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: URIs and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': { target: api, ws: true } },
  },
});

export { config as default };
