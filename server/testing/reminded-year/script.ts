import type { Random } from './random.ts';

/** What happens to a duty in the year: when it is made, and when its person is taken off, if ever. */
export type Duty = {
  id: string;
  name: string;
  organisation: number;
  person: number;
  date: string;
  zone: string;
  startsAt: string;
  endsAt: string;
  /** Instants in milliseconds. `race`: in the second in which its reminder fires. */
  madeAt: number;
  offAt: number | 'race' | null;
};

/** An organisation reminds at another hour from an instant on. */
export type HourChange = { organisation: number; at: number; time: string };

type Wanted = {
  duties: number;
  days: number;
  people: number;
  zones: readonly string[];
  year: number;
};

const hours = ['17:00', '18:00', '19:30', '20:45'];

/** Invents a year: duties on some days of it, most of them made beforehand, some late, some taken off. */
export function inventYear(
  random: Random,
  wanted: Wanted,
): { duties: Duty[]; changes: HourChange[] } {
  const first = Temporal.PlainDate.from({ year: wanted.year, month: 1, day: 3 });
  const start = msOf(first.subtract({ days: 2 }).toZonedDateTime('UTC').toInstant());
  const days = Array.from({ length: wanted.days }, () => random.below(360));
  const duties = Array.from({ length: wanted.duties }, (_, n): Duty => {
    const organisation = random.below(wanted.zones.length);
    const zone = wanted.zones[organisation] as string;
    const date = first.add({ days: random.pick(days) });
    const begins = date.toPlainDateTime({ hour: 4 + random.below(18) }).toZonedDateTime(zone);
    const evening = msOf(
      date
        .subtract({ days: 1 })
        .toZonedDateTime({ timeZone: zone, plainTime: '18:00' })
        .toInstant(),
    );
    const startsAt = msOf(begins.toInstant());
    const madeAt = random.next() < 0.75 ? start : between(random, start, startsAt - 3_600_000);
    return {
      ...{ id: crypto.randomUUID(), name: `Duty ${n}`, organisation, zone, madeAt },
      ...{ person: random.below(wanted.people), date: date.toString() },
      startsAt: begins.toInstant().toString(),
      endsAt: begins.add({ hours: 1 }).toInstant().toString(),
      offAt: offOf(random, madeAt, evening, startsAt),
    };
  });
  const changes = wanted.zones.flatMap((_, organisation) =>
    Array.from({ length: 3 }, () => ({
      ...{ organisation, time: random.pick(hours) },
      at: between(random, start, start + 360 * 86_400_000),
    })),
  );
  return { duties, changes };
}

function offOf(random: Random, madeAt: number, evening: number, startsAt: number): Duty['offAt'] {
  const fate = random.next();
  if (fate < 0.6) return null;
  if (fate < 0.78) return 'race';
  const from = fate < 0.9 ? madeAt : Math.max(madeAt, evening);
  return between(random, from + 1_000, startsAt);
}

function between(random: Random, from: number, until: number): number {
  return from + random.below(Math.max(1, until - from));
}

function msOf(instant: Temporal.Instant): number {
  return instant.epochMilliseconds;
}
