// Plain JavaScript like launch.mjs, which uses it before anything is installed.
import path from 'node:path';
import { root } from './install.mjs';

/**
 * The environment in which the server runs: it keeps little garbage (a heap of 512 MB at most, two
 * malloc arenas instead of one a thread) and finds its modules compiled. What is set already stays.
 */
export function serverEnvironment(env = process.env) {
  return {
    // Semi-spaces smaller than 16 MB made collecting a quarter of what a big answer costs.
    NODE_OPTIONS: '--max-semi-space-size=16 --max-old-space-size=512',
    NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node'),
    MALLOC_ARENA_MAX: '2',
    ...env,
  };
}
