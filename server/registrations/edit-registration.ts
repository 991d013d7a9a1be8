import type { Input } from '../../contract/platform/route.ts';
import { editRegistration as route } from '../../contract/routes.ts';
import { rememberPerson, splitName } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { found, invalid, Refusal } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { checkPreferences, phoneOf } from './check-fields.ts';
import { decline } from './decline.ts';
import { accept } from './let-in.ts';
import { linkTo } from './link-to.ts';
import { presentRegistration } from './present-registration.ts';
import { recordRegistration } from './registration-event.ts';
import { getRegistration, lockRegistration, type RegistrationRow } from './registration-row.ts';
import { type RegistrationChange, updateRegistration } from './registration-store.ts';
import { findDutiesOf } from './signup-link-store.ts';

type Body = Input<typeof route>['body'];

/** An admin corrects a sign-up, links it, and decides it if a state is given. A change of nothing is no event. */
export const editRegistration = action(route, async (tx, { params, body, facts }) => {
  const row = found(await lockRegistration(tx, params.id));
  if (facts.ifMatch !== null && facts.ifMatch !== row.version) throw stale(row);
  if (body.reason !== undefined && body.state !== 'declined') {
    throw invalid({ reason: ['A reason goes with the state "declined".'] });
  }
  const corrected = await correct(tx, row, body);
  const linked = body.person ? await linkTo(tx, corrected, body.person) : corrected;
  return presentRegistration(tx, await decide(tx, linked, body));
});

function decide(tx: ActorTx, row: RegistrationRow, { state, reason = '' }: Body) {
  if (state === undefined) return row;
  return state === 'accepted' ? accept(tx, row) : decline(tx, row, reason);
}

async function correct(tx: ActorTx, row: RegistrationRow, body: Body): Promise<RegistrationRow> {
  const wanted = await wantedBy(tx, row, body);
  const { duty_types: dutyTypes, ...fields } = wanted;
  const changes = changesOf(row, wanted);
  if (Object.keys(changes).length === 0) return row;
  const person = fields.email === undefined ? {} : { person_id: await personFor(tx, row, body) };
  await updateRegistration(tx, row, { ...fields, ...person }, dutyTypes);
  const corrected = found(await getRegistration(tx, row.id));
  await recordRegistration(tx, 'registration.updated', corrected, { changes });
  return corrected;
}

type Wanted = Omit<RegistrationChange, 'state'> & { duty_types?: string[] };

async function wantedBy(tx: ActorTx, row: RegistrationRow, body: Body): Promise<Wanted> {
  const { full_name, email, phone, note, preferences } = body;
  const asked = preferences && {
    roster: { start_date: row.roster_starts, end_date: row.roster_ends },
    // What they asked for before may have left the roster since.
    duties: [...(await findDutiesOf(tx, row.roster_id)), ...row.duty_types.map((id) => ({ id }))],
  };
  const checked = asked && checkPreferences(preferences, asked);
  return {
    ...(full_name !== undefined && { full_name }),
    ...(email !== undefined && { email: email.toLowerCase() }),
    ...(phone !== undefined && { phone: phoneOf(phone) }),
    ...(note !== undefined && { note }),
    ...(checked && { dates_not: checked.datesNot, duty_types: checked.dutyTypes.toSorted() }),
  };
}

function changesOf(row: RegistrationRow, wanted: Wanted): Record<string, unknown[]> {
  const fields = Object.keys(wanted) as (keyof Wanted & keyof RegistrationRow)[];
  const changed = fields.filter((field) => String(row[field]) !== String(wanted[field]));
  return Object.fromEntries(changed.map((field) => [field, [row[field], wanted[field]]]));
}

// Another e-mail is another entry, unless the sign-up was linked to someone who is in.
async function personFor(tx: ActorTx, row: RegistrationRow, body: Body): Promise<string> {
  if (row.standing === 'in' || body.email === undefined) return row.person_id;
  const name = splitName({ full_name: body.full_name ?? row.full_name });
  return rememberPerson(tx, {
    ...{ email: body.email.toLowerCase(), language: row.language, ...name },
  });
}

function stale({ version }: RegistrationRow): Refusal {
  const sentence = 'Someone changed this sign-up meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
