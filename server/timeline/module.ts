import './tables.ts';
import type { Module } from '../platform/module.ts';
import { listFree } from './list-free.ts';

export {
  type Clash,
  claim,
  findClashes,
  type Holder,
  lockHolders,
  move,
  release,
  type Source,
} from './commitment-store.ts';
export * from './time.ts';
export * from './wall-minutes.ts';

/** Who is where, when, whatever system put them there. */
export const timeline: Module = { name: 'timeline', endpoints: [listFree] };
