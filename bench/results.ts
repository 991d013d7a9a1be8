import type { Ran } from '../server/testing/reminded-year/run-year.ts';
import type { Reminded } from '../server/testing/reminders/remind.ts';
import type { BookedDay } from './booking.ts';
import type { FanOut } from './fan-out.ts';
import type { History } from './history.ts';
import type { Flood } from './log-in-flood.ts';
import type { Figures } from './measure.ts';
import type { Sent } from './outbox.ts';
import type { Compared, Shown } from './reads.ts';
import type { RowSecurity } from './row-security.ts';
import type { Starts } from './second-start.ts';
import type { Memory } from './usage.ts';
import type { Written } from './writes.ts';

/** All that a run found; parts that were not asked for are absent. */
export type Results = {
  at: string;
  machine: { cpus: string; count: number; node: string; postgres: string | null };
  world: { shifts: number; periods: number; people: number } | null;
  quick: boolean;
  start?: Starts;
  idle?: Memory;
  reads?: Compared[];
  shown?: Shown;
  history?: History[];
  booking?: BookedDay[];
  rls?: RowSecurity[];
  login?: Figures[];
  flood?: Flood;
  ask?: Written[];
  approve?: Written[];
  sockets?: FanOut;
  outbox?: Sent[];
  reminders?: Reminded;
  year?: Ran;
  underLoad?: Memory;
};
