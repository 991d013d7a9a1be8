import type { Refused } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { type Clash, clocksOf } from '../timeline/module.ts';

/** Whose time is asked for. */
type Claimant = { person_id: string; person_name: string; seats: number };

/** The person is committed elsewhere: with whom and when. */
export async function whyBusy(
  read: Read,
  shift: Claimant,
  clashes: Clash[],
): Promise<Refused | null> {
  const clash = clashes.find((one) => one.holder.id === shift.person_id);
  if (!clash) return null;
  const named = await describeClash(read, clash);
  return {
    code: 'person_busy',
    detail: `${shift.person_name} is committed elsewhere then: ${named.sentence}.`,
    facts: { clashes: [named] },
  };
}

/** All seats are taken: by whom and when. */
export async function whyTaken(read: Read, shift: Claimant, clashes: Clash[]): Promise<Refused> {
  const seats = clashes.filter((one) => one.holder.kind === 'seat');
  const named = await Promise.all(seats.map((clash) => describeClash(read, clash)));
  const rule =
    shift.seats === 1 ? 'Only one person is on at a time' : `All ${shift.seats} seats are taken`;
  return {
    code: 'shift_overlaps',
    detail: `${rule}: ${named.map((one) => one.sentence).join('; ')}.`,
    facts: { clashes: named },
  };
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
  const zone = read.tenant.timeZone;
  return {
    ...(holder && { shift: holder.id }),
    name,
    starts_at: clash.startsAt,
    ends_at: clash.endsAt,
    sentence: `${name} from ${clocksOf(clash.startsAt, clash.endsAt, zone)}`,
  };
}
