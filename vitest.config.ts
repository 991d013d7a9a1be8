import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  globalSetup: ['scripts/test-database.ts'],
  setupFiles: ['server/testing/close-after-file.ts'],
  maxWorkers: 2,
  // Files share a worker's modules: no test changes global state, and importing costs more than most tests.
  isolate: false,
  // What another program, or another transaction, has to do first: a busy machine takes its time.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['server/**/*.test.ts', 'contract/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
