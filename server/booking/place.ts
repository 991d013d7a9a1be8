import { sql } from 'kysely';
import type { Refused } from '../platform/problem.ts';
import type { Read, View } from '../platform/scope.ts';
import type { ResourceRow } from '../resources/module.ts';
import { type Clash, clocksOf, findClashes, nameOfSource, type Span } from '../timeline/module.ts';
import { decides } from './policy.ts';

/** Who wants what when; `except` is the reservation that is moved, which is not in its own way. */
export type Claimant = {
  personId: string;
  resource: ResourceRow;
  span: Span;
  except: string | null;
};

/** In one statement: is the person committed then, and which unit is free. */
export async function lookForPlace(read: Read, { personId, resource, span, except }: Claimant) {
  const organisation = read.tenant.id;
  const now = read.now.toString();
  const lookBack = Temporal.Instant.from(span.startsAt).subtract({ hours: 192 }).toString();
  const isTaken = (holder: ReturnType<typeof sql>) => sql`exists (
    select from commitment c
    where c.organisation_id = ${organisation} and c.holder_id = ${holder}
      and c.starts_at < ${span.endsAt} and c.starts_at > ${lookBack} and c.ends_at > ${span.startsAt}
      and (c.expires_at is null or c.expires_at > ${now})
      and not (c.source_kind = 'reservation' and c.source_id is not distinct from ${except}::uuid))`;
  const found = await sql<{ busy: boolean; unitId: string | null }>`
    select ${resource.occupies_person} and ${isTaken(sql`asked.person_id`)} as busy,
      (select unit.id from resource_unit unit
        where unit.organisation_id = ${organisation} and unit.resource_id = ${resource.id}
          and unit.number <= ${resource.capacity} and not ${isTaken(sql`unit.id`)}
        order by unit.number limit 1) as "unitId"
    from (select ${personId}::uuid as person_id) asked`.execute(read.db);
  return found.rows[0] as { busy: boolean; unitId: string | null };
}

/** All units are taken: when; by whom for those who decide. */
export async function whyTaken(view: View, claimant: Claimant): Promise<Refused> {
  const { resource, span } = claimant;
  const units = await view.db
    .selectFrom('resource_unit')
    .select('id')
    .where('organisation_id', '=', view.tenant.id)
    .where('resource_id', '=', resource.id)
    .where('number', '<=', resource.capacity)
    .execute();
  const ids = units.map(({ id }) => id);
  const clashes = without(await findClashes(view, ids, span), claimant.except);
  const named = await Promise.all(clashes.map((clash) => describe(view, clash)));
  return {
    code: 'reservation_taken',
    detail: `${resource.name} is taken then: ${named.map(({ sentence }) => sentence).join('; ')}.`,
    facts: { clashes: named },
  };
}

/** The person is committed then: with what, and when. */
export async function whyBusy(view: View, claimant: Claimant): Promise<Refused> {
  const found = await findClashes(view, [claimant.personId], claimant.span);
  const clashes = without(found, claimant.except).map((clash) => ({
    kind: clash.source.kind,
    starts_at: clash.startsAt,
    ends_at: clash.endsAt,
    sentence: `${nameOfSource(clash.source.kind)} from ${timesOf(view, clash)}`,
  }));
  const who = claimant.personId === view.by.personId ? 'You have' : 'They have';
  return {
    code: 'person_busy',
    detail: `${who} something else then: ${clashes.map(({ sentence }) => sentence).join('; ')}.`,
    facts: { clashes },
  };
}

function without(clashes: Clash[], except: string | null): Clash[] {
  return clashes.filter(({ source }) => source.kind !== 'reservation' || source.id !== except);
}

async function describe(view: View, clash: Clash) {
  const holder = await view.db
    .selectFrom('reservation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'reservation.organisation_id')
        .onRef('person.id', '=', 'reservation.person_id'),
    )
    .select(['reservation.id', 'person.id as person_id', 'person.full_name'])
    .where('reservation.organisation_id', '=', view.tenant.id)
    .where('reservation.id', '=', clash.source.id)
    .executeTakeFirst();
  const isMine = holder?.person_id === view.by.personId;
  const shown = holder && (isMine || decides(view.by)) ? holder : null;
  const who = isMine ? 'by you ' : shown ? `by ${shown.full_name} ` : '';
  return {
    ...(shown && { reservation: shown.id, name: shown.full_name }),
    starts_at: clash.startsAt,
    ends_at: clash.endsAt,
    sentence: `${who}from ${timesOf(view, clash)}`,
  };
}

function timesOf({ tenant }: Read, { startsAt, endsAt }: Clash): string {
  return clocksOf(startsAt, endsAt, tenant.timeZone);
}
