import { loadDemo as route } from '../../contract/routes.ts';
import { type Founding, hashPassword, unsafeIsEmpty } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { violates } from '../platform/postgres-error.ts';
import { forbidden, Refusal } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { openPeriod, placeShift } from '../rota/module.ts';
import { addDays, dateAt } from '../timeline/module.ts';
import { placeReservations } from './place-reservations.ts';
import { placeRoster } from './place-roster.ts';
import { planShifts } from './plan.ts';
import { type Settled, settle } from './settle.ts';
import { demoPassword, harbour } from './world.ts';

/** Fills an empty database with the demo, from the first-run page; on a local machine only. */
export const loadDemo = (founding: readonly Founding[]) =>
  publicCall(route, async ({ app }) => {
    if (!app.config.local) throw forbidden('The demo is for one local machine only.');
    if (!(await fillWithDemo(app, founding))) {
      throw new Refusal(409, 'not_empty', 'There is an organisation already. Log in.');
    }
    return { message: 'The demo is loaded. Choose who you want to be.' };
  });

/** Loads the demo if there is no organisation yet; tells whether it did. */
export async function fillWithDemo(app: App, founding: readonly Founding[]): Promise<boolean> {
  if (!(await unsafeIsEmpty(app.systemPool))) return false;
  const passwordHash = await hashPassword(demoPassword);
  try {
    await settle(app, harbour, founding, passwordHash, furnish);
    return true;
  } catch (error) {
    // Two at once: the other was quicker.
    if (violates(error, 'organisation_slug_key')) return false;
    throw error;
  }
}

// This month and the next: a period each, regular weeks, and requests that wait; a roster around today.
async function furnish(tx: ActorTx, { actors, tenant }: Settled): Promise<void> {
  const today = dateAt(tx.now, tenant.timeZone);
  const first = Temporal.PlainDate.from(today).with({ day: 1 });
  const next = first.add({ months: 1 });
  const last = addDays(next.add({ months: 1 }).toString(), -1);
  const thisMonth = await openMonth(tx, first, addDays(next.toString(), -1));
  const nextMonth = await openMonth(tx, next, last);
  const asked = new Set<string>();
  for (const { who, wall, approved, notes = '' } of planShifts(first.toString(), last, today)) {
    const by = actors[who];
    if (!by) throw new Error(`nobody is called ${who}`);
    if (!approved) asked.add(`${by.personId} ${wall.date}`);
    const periodId = wall.date < next.toString() ? thisMonth : nextMonth;
    const shift = { periodId, personId: by.personId, wall, notes };
    await placeShift({ ...tx, by }, shift, approved ? (actors.ben ?? null) : null);
  }
  const { ben, cleo, dev, eli } = actors;
  if (ben && cleo && dev && eli) await placeRoster({ ...tx, by: ben }, [cleo, dev, eli], asked);
  await placeReservations(tx, actors);
}

function openMonth(tx: ActorTx, first: Temporal.PlainDate, last: string): Promise<string> {
  const name = first.toLocaleString('en-GB', { month: 'long', year: 'numeric' });
  const dates = { start_date: first.toString(), end_date: last };
  return openPeriod(tx, { name, ...dates, status: 'OPEN', seats: 1 });
}
