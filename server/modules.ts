import { approvalsModule, foundRules } from './approvals/module.ts';
import { assistant } from './assistant/module.ts';
import { availability } from './availability/module.ts';
import { bookingModule, findPastReservations } from './booking/module.ts';
import { calendar } from './calendar/module.ts';
import { demoLogins, demoModule } from './demo/module.ts';
import { duty, findPastUnlocks, findStandIns, moveDutiesToZone } from './duty/module.ts';
import { filesModule } from './files/module.ts';
import { identityModule } from './identity/module.ts';
import { inboxModule, testLetter, unreachableLetter, unreachableSample } from './inbox/module.ts';
import { jobs } from './jobs/module.ts';
import { journal } from './journal/module.ts';
import { mentions } from './mentions/module.ts';
import { notificationsModule } from './notifications/module.ts';
import { findPastSwaps, offers } from './offers/module.ts';
import { operator } from './operator/module.ts';
import { organisationsModule } from './organisations/module.ts';
import { people } from './people/module.ts';
import type { Templates } from './platform/letter.ts';
import type { Module } from './platform/module.ts';
import type { Tx } from './platform/scope.ts';
import { reachOfRegistrations, registrations } from './registrations/module.ts';
import { followReminders, remindersModule, replanReminders } from './reminders/module.ts';
import { foundResource, resources } from './resources/module.ts';
import { findPastShifts, foundCoverage, rota } from './rota/module.ts';
import { security } from './security/module.ts';
import { sun } from './sun/module.ts';
import { timeline } from './timeline/module.ts';
import { countTrades, findPastTrades, trades } from './trades/module.ts';
import { unlocks } from './unlocks/module.ts';
import { wordingModule } from './wording/module.ts';

/** What a new organisation gets beside its owner, in the transaction that makes it. */
export const founding = [foundCoverage, foundRules, foundResource];

/** How each system finds what was asked for lately, to try a rule of approval on. */
const past = {
  reservation: findPastReservations,
  shift: findPastShifts,
  swap: findPastSwaps,
  unlock: findPastUnlocks,
  trade: findPastTrades,
};

/** Duties keep the times of their clock when the organisation goes by another zone; their reminders are planned anew. */
const dutiesGoAlong = {
  kinds: ['duty'],
  async move(tx: Tx, zone: string) {
    await moveDutiesToZone(tx, zone);
    await replanReminders(tx, zone);
  },
};

/** All modules of the program, in the order in which they stand on each other. */
export function modulesOf(): Module[] {
  const identity = identityModule({ founding, demoLogins });
  const organisations = organisationsModule(founding, dutiesGoAlong);
  const booking = bookingModule(countTrades);
  const reminders = remindersModule(findStandIns);
  const writing: Module[] = [
    ...[identity, security, organisations, availability, people, rota, duty, assistant, offers],
    ...[registrations, reminders, booking, trades, unlocks, mentions],
  ];
  const templates: Templates = Object.assign(
    { ...testLetter, ...unreachableLetter },
    ...writing.map((module) => module.templates),
  );
  const samples: NonNullable<Module['samples']> = Object.assign(
    { 'test-letter': {}, ...unreachableSample },
    ...writing.map((module) => module.samples),
  );
  return [
    identity,
    security,
    timeline,
    filesModule({ person: () => true, registration: reachOfRegistrations }),
    organisations,
    sun,
    operator,
    availability,
    people,
    approvalsModule(past),
    resources,
    booking,
    trades,
    rota,
    offers,
    calendar,
    assistant,
    registrations,
    duty,
    reminders,
    unlocks,
    inboxModule(templates, followReminders),
    notificationsModule(templates),
    mentions,
    wordingModule({ templates, samples }),
    journal,
    jobs,
    demoModule(founding),
  ];
}
