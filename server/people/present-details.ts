import { may } from '../../contract/identity/permissions.ts';
import type { PersonDetails } from '../../contract/people/person-details.ts';
import { type PersonRow, presentPerson, presentProfile } from '../identity/module.ts';
import type { Actor } from '../platform/scope.ts';
import { whyNotActivate, whyNotDeactivate, whyNotEdit, whyNotSendReset } from './person-rules.ts';

/** A person for those who keep the directory, with what the viewer may do by the rules that enforce it. */
export function presentDetails(row: PersonRow, by: Actor): PersonDetails {
  const mayChange = may(by, 'person.change');
  return {
    ...presentPerson(row),
    ...presentProfile(row),
    version: row.version,
    can: {
      edit: mayChange && whyNotEdit(by, row) === null,
      deactivate: mayChange && whyNotDeactivate(by, row) === null,
      activate: mayChange && whyNotActivate(by, row) === null,
      send_password_reset: mayChange && whyNotSendReset(by, row) === null,
    },
  };
}
