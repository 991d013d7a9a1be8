import type { Module } from '../platform/module.ts';
import { listMentionable } from './list-mentionable.ts';
import { mentionLetters, mentionSamples } from './tell-mentioned.ts';

export { tellMentioned } from './tell-mentioned.ts';

/** People called by @name in a text, whatever the text is on. */
export const mentions: Module = {
  name: 'mentions',
  endpoints: [listMentionable],
  templates: mentionLetters,
  samples: mentionSamples,
};
