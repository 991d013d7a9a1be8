import type { RegistrationState } from '../../contract/registrations/registration.ts';
import type { Refused } from '../platform/problem.ts';

/** What the rules look at: the sign-up, and whoever it belongs to. */
export type DecidedOn = {
  state: RegistrationState;
  standing: 'in' | 'invited' | 'withdrawn';
  active: boolean;
  person_name: string;
};

/** Who was declined may be accepted after all; nobody twice, and nobody who is shut out. */
export function whyNotAccept({ state, ...person }: DecidedOn): Refused | null {
  return state === 'accepted' ? accepted() : whyShutOut(person);
}

/** Whoever is given duties by a sign-up must be let in. */
export function whyShutOut({
  standing,
  active,
  person_name,
}: Omit<DecidedOn, 'state'>): Refused | null {
  if (standing !== 'in' || active) return null;
  return {
    code: 'person_deactivated',
    detail: `${person_name} is shut out. Let them in again first.`,
  };
}

/** Who is in by it can't be declined any more. */
export function whyNotDecline({ state }: Pick<DecidedOn, 'state'>): Refused | null {
  if (state === 'accepted') return accepted();
  if (state === 'new') return null;
  return { code: 'registration_declined', detail: 'It was declined already.' };
}

function accepted(): Refused {
  return {
    code: 'registration_accepted',
    detail: 'It was accepted already: they are in the directory.',
  };
}

/** What someone asked for in a roster. */
export type Preference = {
  readonly personId: string;
  /** None: any. */
  readonly dutyTypeIds: readonly string[];
  readonly datesNot: readonly string[];
};

/** One per person: of several sign-ups any duty that one of them takes, and no date that one of them excludes. */
export function mergePreferences(all: readonly Preference[]): Preference[] {
  const byPerson = Map.groupBy(all, ({ personId }) => personId);
  return [...byPerson].map(([personId, own]) => {
    const takesAny = own.some(({ dutyTypeIds }) => dutyTypeIds.length === 0);
    const dutyTypeIds = takesAny ? [] : [...new Set(own.flatMap((one) => one.dutyTypeIds))];
    return { personId, dutyTypeIds, datesNot: [...new Set(own.flatMap((one) => one.datesNot))] };
  });
}
