import { may } from '../../contract/identity/permissions.ts';
import type { Live } from '../platform/hub.ts';

const sentences: Record<string, string> = {
  'person.updated': 'was changed.',
  'person.deactivated': 'was shut out.',
  'person.activated': 'was let in again.',
  'person.invited': 'was invited.',
  'invitation.revoked': 'is no longer invited.',
};

/** That someone of the directory changed, told to those who may read it and to the person. */
export const livePerson: Live = {
  topics: () => ['organisation'],
  present({ event, subjectId, data }, { by }) {
    if (!may(by, 'person.read') && by.personId !== subjectId) return null;
    const name = typeof data.full_name === 'string' ? data.full_name : 'Someone';
    return { message: `${name} ${sentences[event] ?? ''}`, person: { id: subjectId } };
  },
};
