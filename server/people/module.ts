import type { Module } from '../platform/module.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { activatePerson } from './activate-person.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { editPerson } from './edit-person.ts';
import { importPeople } from './import-people.ts';
import { invitePerson } from './invite-person.ts';
import { letterSamples, letters } from './letters.ts';
import { listInvitations } from './list-invitations.ts';
import { listJoinCodes } from './list-join-codes.ts';
import { livePerson } from './live-person.ts';
import { makeJoinCode } from './make-join-code.ts';
import { previewImport } from './preview-import.ts';
import { readInvitation } from './read-invitation.ts';
import { readPerson } from './read-person.ts';
import { removePhoto } from './remove-photo.ts';
import { resendInvitation } from './resend-invitation.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { revokeJoinCode } from './revoke-join-code.ts';
import { sendPasswordReset } from './send-password-reset.ts';
import { setPhoto } from './set-photo.ts';

export { readTable, type Table } from './read-table.ts';

/** The directory kept: who comes in, how they are changed, and who is shut out. */
export const people: Module = {
  name: 'people',
  endpoints: [
    ...[readPerson, editPerson, deactivatePerson, activatePerson, sendPasswordReset],
    ...[invitePerson, listInvitations, resendInvitation, revokeInvitation],
    ...[readInvitation, acceptInvitation],
    ...[setPhoto, removePhoto],
    ...[previewImport, importPeople],
    ...[makeJoinCode, listJoinCodes, revokeJoinCode],
  ],
  live: {
    'person.updated': livePerson,
    'person.deactivated': livePerson,
    'person.activated': livePerson,
    'person.invited': livePerson,
    'invitation.revoked': livePerson,
  },
  templates: letters,
  samples: letterSamples,
};
