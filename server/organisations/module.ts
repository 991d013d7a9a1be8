import type { Founding } from '../identity/module.ts';
import type { Module } from '../platform/module.ts';
import { createRole } from './create-role.ts';
import { deleteRole } from './delete-role.ts';
import { editOrganisation, type GoesAlong } from './edit-organisation.ts';
import { editRole } from './edit-role.ts';
import { foundOrganisation } from './found-organisation.ts';
import { leaveOrganisation } from './leave-organisation.ts';
import { letterSamples, letters } from './letters.ts';
import { listOrganisations } from './list-organisations.ts';
import { listRoles } from './list-roles.ts';
import { live } from './live-organisation.ts';
import { readOrganisation } from './read-organisation.ts';

/**
 * What an organisation can set for itself: settings, systems, own roles; belonging to several. `along` is
 * what goes along when its zone changes; what else people are committed to keeps it from changing.
 */
export function organisationsModule(founding: readonly Founding[], along: GoesAlong): Module {
  return {
    name: 'organisations',
    endpoints: [
      ...[readOrganisation, editOrganisation(along), leaveOrganisation],
      ...[listRoles, createRole, editRole, deleteRole],
      ...[listOrganisations, foundOrganisation(founding)],
    ],
    live,
    templates: letters,
    samples: letterSamples,
  };
}
