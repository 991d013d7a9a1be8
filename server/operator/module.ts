import type { Module } from '../platform/module.ts';
import { listAllOrganisations } from './list-all-organisations.ts';
import { readInstance } from './read-instance.ts';

/** What whoever operates the instance sees of it: its health and its organisations, not their contents. */
export const operator: Module = {
  name: 'operator',
  endpoints: [readInstance, listAllOrganisations],
};
