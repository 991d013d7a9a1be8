import './tables.ts';
import type { Module } from '../platform/module.ts';
import { askUnlock } from './ask-unlock.ts';
import { decideUnlock } from './decide-unlock.ts';
import { letterSamples } from './letter-samples.ts';
import { listUnlockRequests } from './list-unlock-requests.ts';
import { readUnlockRequest } from './read-unlock-request.ts';
import { liveRequest } from './request-event.ts';
import { unlockLetters } from './request-letters.ts';

/** Unlocks of duties that a rule of approval asks a second admin for. */
export const unlocks: Module = {
  name: 'unlocks',
  endpoints: [listUnlockRequests, askUnlock, readUnlockRequest, decideUnlock],
  live: {
    'unlock.requested': liveRequest,
    'unlock.approved': liveRequest,
    'unlock.rejected': liveRequest,
    'unlock.cancelled': liveRequest,
  },
  templates: unlockLetters,
  samples: letterSamples,
};
