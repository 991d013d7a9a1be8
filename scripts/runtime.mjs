// Plain JavaScript like launch.mjs, which uses it before anything is installed.
import path from 'node:path';
import { root } from './install.mjs';

/**
 * The environment in which the server runs: it keeps little garbage (4 MB semi-spaces instead of 16,
 * two malloc arenas instead of one a thread) and finds its modules compiled. What is set already stays.
 */
export function serverEnvironment(env = process.env) {
  return {
    NODE_OPTIONS: '--max-semi-space-size=4',
    NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node'),
    MALLOC_ARENA_MAX: '2',
    ...env,
  };
}
