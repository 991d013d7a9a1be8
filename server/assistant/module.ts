import './tables.ts';
import type { Module } from '../platform/module.ts';
import { askQuestion } from './ask-question.ts';
import { gapLetters, gapSamples } from './gap-letters.ts';
import { listCandidates } from './list-candidates.ts';
import { listGaps } from './list-gaps.ts';
import { listPatterns } from './list-patterns.ts';
import { prunings } from './prunings.ts';
import { sweepWork, workRuns, workSweep } from './run-work.ts';

/** Work that runs by itself: what people usually work, who could fill a gap, and telling so. */
export const assistant: Module = {
  name: 'assistant',
  endpoints: [askQuestion, listCandidates, listGaps, listPatterns],
  templates: gapLetters,
  samples: gapSamples,
  prunings,
  atStart: async (app) => {
    await sweepWork(app);
  },
  queues: (app) => [workRuns(app), workSweep(app)],
};
