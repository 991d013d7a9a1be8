import type { Refused } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { type Clash, clocksOf, findClashes, nameOfSource, type Span } from '../timeline/module.ts';

/** Whose time is asked for. */
type Claimant = { id: string; person_id: string; person_name: string; seats: number };

/** The person is committed elsewhere: with whom and when. */
export async function whyBusy(read: Read, shift: Claimant, span: Span): Promise<Refused> {
  const named = await namedClashes(read, shift, [shift.person_id], span);
  const away = named.every((one) => one.away);
  return {
    code: 'person_busy',
    detail: away
      ? `${shift.person_name} is away then: ${sentences(named)}.`
      : `${shift.person_name} is committed elsewhere then: ${sentences(named)}.`,
    facts: { clashes: named },
  };
}

/** All seats are taken: by whom and when. */
export async function whyTaken(read: Read, shift: Claimant, span: Span): Promise<Refused> {
  const seats = await read.db
    .selectFrom('seat')
    .select('id')
    .where('organisation_id', '=', read.tenant.id)
    .where('number', '<=', shift.seats)
    .execute();
  const ids = seats.map((seat) => seat.id);
  const named = await namedClashes(read, shift, ids, span);
  const rule =
    shift.seats === 1 ? 'Only one person is on at a time' : `All ${shift.seats} seats are taken`;
  return {
    code: 'shift_overlaps',
    detail: `${rule}: ${sentences(named)}.`,
    facts: { clashes: named },
  };
}

type Named = Awaited<ReturnType<typeof describeClash>>;

function sentences(clashes: readonly Named[]): string {
  return clashes.map((one) => one.sentence).join('; ');
}

/** What of these holders stands in the way of the shift. */
async function namedClashes(read: Read, shift: Claimant, holderIds: readonly string[], span: Span) {
  const clashes = await findClashes(read, holderIds, span, { kind: 'shift', id: shift.id });
  return Promise.all(clashes.map((clash) => describeClash(read, clash)));
}

/** A clash with the name of who holds it and its times in the organisation's zone. */
async function describeClash(read: Read, clash: Clash) {
  const holder = await read.db
    .selectFrom('shift')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'shift.organisation_id')
        .onRef('person.id', '=', 'shift.person_id'),
    )
    .select(['shift.id', 'person.full_name'])
    .where('shift.organisation_id', '=', read.tenant.id)
    .where('shift.id', '=', clash.source.id)
    .executeTakeFirst();
  const name = holder?.full_name ?? 'Someone';
  const what = holder ? name : nameOfSource(clash.source.kind);
  const zone = read.tenant.timeZone;
  const away = clash.source.kind === 'absence';
  return {
    ...(holder && { shift: holder.id }),
    ...(away && { away }),
    name,
    starts_at: clash.startsAt,
    ends_at: clash.endsAt,
    sentence: `${away ? '' : `${what} `}from ${clocksOf(clash.startsAt, clash.endsAt, zone)}`,
  };
}
