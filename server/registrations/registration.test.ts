import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePreferences, whyNotAccept, whyNotDecline } from './registration.ts';
import { whyClosed } from './signup-link.ts';

const person = { standing: 'withdrawn', active: false, person_name: 'Nia' } as const;
const states = ['new', 'accepted', 'declined'] as const;

describe('deciding', () => {
  test.each([
    ['new', null, null],
    ['accepted', 'registration_accepted', 'registration_accepted'],
    ['declined', null, 'registration_declined'],
  ] as const)('%s', (state, accept, decline) => {
    expect(whyNotAccept({ state, ...person })?.code ?? null).toBe(accept);
    expect(whyNotDecline({ state })?.code ?? null).toBe(decline);
  });

  test.each([
    ['in', true, null],
    ['in', false, 'person_deactivated'],
    ['invited', false, null],
    ['withdrawn', false, null],
  ] as const)('someone who is %s (active: %s)', (standing, active, code) => {
    const why = whyNotAccept({ state: 'new', standing, active, person_name: 'Nia' });
    expect(why?.code ?? null).toBe(code);
  });

  test('whatever may be declined may be accepted, if they are not shut out', () => {
    for (const state of states) {
      if (whyNotDecline({ state }) === null) {
        expect(whyNotAccept({ state, ...person })).toBeNull();
      }
    }
  });
});

describe('a link', () => {
  test.each([
    [null, '2026-12-31', '2026-12-31', true],
    [null, '2026-12-31', '2027-01-01', false],
    ['2026-12-10', '2026-12-31', '2026-12-10', true],
    ['2026-12-10', '2026-12-31', '2026-12-11', false],
    ['2027-02-01', '2026-12-31', '2027-01-01', false],
  ])('that closes on %s, of a roster until %s, on %s', (closesOn, rosterEnds, today, isOpen) => {
    expect(whyClosed({ closesOn, rosterEnds }, today) === null).toBe(isOpen);
  });
});

describe('preferences of several sign-ups of one person', () => {
  const one = fc.record({
    personId: fc.constantFrom('a', 'b', 'c'),
    dutyTypeIds: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
    datesNot: fc.uniqueArray(fc.constantFrom('2026-12-01', '2026-12-02')),
  });

  test('are one: any duty that one of them takes, no date that one of them excludes', () => {
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const merged = mergePreferences(all);
        expect(merged.map(({ personId }) => personId).sort()).toEqual(
          [...new Set(all.map(({ personId }) => personId))].sort(),
        );
        for (const { personId, dutyTypeIds, datesNot } of merged) {
          const own = all.filter((each) => each.personId === personId);
          const takes = (duty: string) =>
            own.some(
              ({ dutyTypeIds: asked }) => asked.length === 0 || asked.some((id) => id === duty),
            );
          for (const duty of ['x', 'y', 'z']) {
            expect(dutyTypeIds.length === 0 || dutyTypeIds.includes(duty)).toBe(
              dutyTypeIds.length === 0 ? true : takes(duty),
            );
          }
          if (dutyTypeIds.length === 0)
            expect(own.some((e) => e.dutyTypeIds.length === 0)).toBe(true);
          expect(datesNot.length).toBe(new Set(own.flatMap((each) => each.datesNot)).size);
        }
        expect(mergePreferences(merged)).toEqual(merged);
      }),
    );
  });
});
