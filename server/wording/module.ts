import './tables.ts';
import type { Module } from '../platform/module.ts';
import { editTemplate } from './edit-template.ts';
import { listTemplates } from './list-templates.ts';
import { previewTemplate } from './preview-template.ts';
import { readTemplate } from './read-template.ts';
import { resetTemplate } from './reset-template.ts';
import type { Letters } from './sample.ts';

export { ownWords } from './own-words.ts';
export { findWordings } from './wording-store.ts';

/** What letters say in an organisation's own words, per template and language. */
export function wordingModule(letters: Letters): Module {
  const makers = [listTemplates, readTemplate, editTemplate, resetTemplate, previewTemplate];
  return { name: 'wording', endpoints: makers.map((make) => make(letters)) };
}
