import type { autoFill } from '../../contract/duty/auto-fill.ts';
import type { Answer } from '../../contract/platform/route.ts';
import { clocksOf } from '../timeline/module.ts';
import type { Asker } from './find-helpers.ts';
import type { OpenPlaces } from './find-open-places.ts';
import { fits, heldBy, inRow, isFree, loadOf, type Slot } from './proposal.ts';
import type { propose } from './propose.ts';

type Proposed = ReturnType<typeof propose>;
type Answered = Answer<typeof autoFill>;
type Why = Answered['cells'][number]['why'];

/** A proposal with why each is proposed, and why places stay open. */
export function presentProposal(
  { types, slots, shut }: OpenPlaces,
  made: Proposed,
  zone: string,
): Answered {
  const { proposal, draft } = made;
  const helpers = made.helpers as readonly Asker[];
  const names = new Map(types.map((type) => [type.id, type.name]));
  const cellOf = (slot: Slot) => ({
    ...{ date: slot.date, duty_type: slot.duty_type },
    duty_name: names.get(slot.duty_type) ?? '',
  });
  const cells = slots.flatMap((slot, index) => {
    const holder = proposal[index] ?? null;
    const helper = holder === null ? undefined : helpers[holder];
    if (holder === null || !helper) return [];
    const person = { person: helper.id, person_name: helper.name };
    return [
      { ...cellOf(slot), ...person, why: whyProposed(made, holder, index, cellOf(slot), zone) },
    ];
  });
  const open = slots.keys().filter((index) => (proposal[index] ?? null) === null);
  const byCell = Map.groupBy(open, (index) => `${slots[index]?.date} ${slots[index]?.duty_type}`);
  const unfilled = [...byCell.values()].map((same) => {
    const [first] = same as [number];
    const slot = slots[first] as Slot;
    return { ...cellOf(slot), missing: same.length, why: whyOpen(made, first) };
  });
  return {
    cells,
    unfilled: [
      ...unfilled,
      ...shut.map(({ date, type, missing, why }) => ({
        ...{ date, duty_type: type.id, duty_name: type.name, missing },
        why: [{ code: why.code, detail: why.detail }],
      })),
    ],
    people: helpers.map((helper, index) => ({
      ...{ person: helper.id, name: helper.name, before: helper.before },
      proposed: heldBy(draft, index).length,
    })),
  };
}

function whyProposed(
  { helpers, draft }: Proposed,
  holder: number,
  index: number,
  cell: { duty_name: string },
  zone: string,
): Why {
  const helper = helpers[holder] as Asker;
  const slot = draft.slots[index] as Slot;
  const loads = draft.helpers.keys().map((one) => loadOf(draft, one));
  const least = Math.min(...loads);
  const load = loadOf(draft, holder);
  const rows = inRow(draft, holder, index);
  const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();
  const when = clocksOf(instant(slot.from), instant(slot.until), zone);
  const asked = helper.wish?.dutyTypeIds.includes(slot.duty_type);
  return [
    ...(asked ? [{ code: 'asked_for', detail: `asked for ${cell.duty_name}` }] : []),
    ...(helper.says(slot) ? [{ code: 'available', detail: 'says they can be on then' }] : []),
    { code: 'free', detail: `free from ${when}` },
    {
      code: load === least ? 'fewest' : 'share',
      detail: `${load} of this roster with it; the fewest that someone has is ${least}`,
    },
    rows === 0
      ? { code: 'apart', detail: 'no other duty that day, the day before or after' }
      : { code: 'in_a_row', detail: `${rows} more that day, the day before or after` },
  ];
}

const namedMax = 5;

const sentences: Readonly<Record<string, string>> = {
  busy: 'committed elsewhere then',
  taken: 'proposed for another duty at that time',
  not_that_day: 'asked not to be on that day',
  not_that_duty: 'did not ask for this duty',
  not_available: 'said they can’t be on then',
};

/** What keeps everyone from a place, with who it is. */
function whyOpen({ helpers, draft }: Proposed, index: number): Why {
  if (helpers.length === 0) {
    return [{ code: 'nobody', detail: 'There is nobody to choose from.' }];
  }
  const slot = draft.slots[index] as Slot;
  const kept = [...helpers.keys()].filter((one) => !fits(draft, one, index));
  const reasons = Map.groupBy(kept, (one) => {
    const helper = helpers[one] as Asker;
    return helper.unwilling(slot) ?? (isFree(helper, slot) ? 'taken' : 'busy');
  });
  return [...reasons].map(([code, who]) => {
    const names = who.slice(0, namedMax).map((one) => helpers[one]?.name);
    const more = who.length > names.length ? ` and ${who.length - names.length} more` : '';
    return { code, detail: `${names.join(', ')}${more}: ${sentences[code] ?? code}` };
  });
}
