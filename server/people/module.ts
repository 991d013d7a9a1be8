import type { Module } from '../platform/module.ts';
import { activatePerson } from './activate-person.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { editPerson } from './edit-person.ts';
import { livePerson } from './live-person.ts';
import { readPerson } from './read-person.ts';
import { sendPasswordReset } from './send-password-reset.ts';

/** The directory kept: who comes in, how they are changed, and who is shut out. */
export const people: Module = {
  name: 'people',
  endpoints: [...[readPerson, editPerson, deactivatePerson, activatePerson, sendPasswordReset]],
  live: {
    'person.updated': livePerson,
    'person.deactivated': livePerson,
    'person.activated': livePerson,
  },
};
