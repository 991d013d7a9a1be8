import type { Ran } from '../server/testing/reminded-year/run-year.ts';
import { costOf } from './measure.ts';
import type { Results } from './results.ts';

/** An aim of the design, what was measured, and whether that meets it. */
export type Aim = { aim: string; measured: string; met: boolean };

const megabyte = 1_048_576;

/** Every aim that this run has measured something for. */
export function judge(results: Results): Aim[] {
  return [
    ...ofReads(results),
    ...ofHistory(results),
    ...ofBooking(results),
    ...ofWrites(results),
    ...ofTelling(results),
    ...ofProcess(results),
  ];
}

// Week and day show a shift in each of its hours, as the contract has it: the bare handler, which
// sends rows, is no measure of that; the month's aim for the CPU is.
const besideBare = ['list of shifts', 'month calendar'];

function ofReads({ reads = [] }: Results): Aim[] {
  const ratios = reads
    .filter(({ call }) => besideBare.includes(call))
    .map(({ call, connections, ratio }) => ({
      aim: `${call}, ${connections} connections: at least 60 % of a bare handler`,
      measured: `${Math.round(ratio * 100)} %`,
      met: ratio >= 0.6,
    }));
  const calendars = Map.groupBy(
    reads.filter(({ call }) => call.endsWith('calendar')),
    ({ call }) => call,
  );
  const costs = [...calendars].map(([call, figures]) => {
    const worst = Math.max(...figures.map((one) => one.serverCpu + (one.postgresCpu ?? 0)));
    return below(`${call}: CPU in all, every number of connections`, worst, 5, 'ms');
  });
  return [...ratios, ...costs];
}

function ofHistory({ history = [] }: Results): Aim[] {
  const small = history.at(0);
  const large = history.at(-1);
  if (!small || !large) return [];
  const cost = (one: typeof small) => one.serverCpu + (one.postgresCpu ?? 0);
  const ratio = cost(large) / cost(small);
  const aim = `month calendar: cost at ${large.shifts} shifts to that at ${small.shifts}`;
  return [below(aim, ratio, 1.2, 'times')];
}

function ofBooking({ booking = [] }: Results): Aim[] {
  const [small, large] = [booking.at(0), booking.at(1)];
  if (!small || !large) return [];
  const history = `a day of 500 reservations: cost with ${large.history} before to that with none`;
  return [
    below('a day of 500 reservations: median of one after the other', large.p50, 100, 'ms'),
    below(history, costOf(large) / costOf(small), 1.2, 'times'),
  ];
}

function ofWrites({ approve = [], ask = [], login = [] }: Results): Aim[] {
  const failed = [...approve, ...ask, ...login].reduce((sum, one) => sum + one.failed, 0);
  const aims: Aim[] = [];
  if (approve.length > 0) {
    const best = Math.max(...approve.map((one) => one.perSecond));
    const measured = `${Math.round(best)}/s`;
    aims.push({ aim: 'approve: above 600/s with everything on', measured, met: best > 600 });
  }
  if (approve.length + ask.length + login.length > 0) {
    const aim = 'no prepared write refused or failed';
    aims.push({ aim, measured: `${failed} failed`, met: failed === 0 });
  }
  return aims;
}

/** Reminders of a year that came not, or twice, or to whom they should not have. */
export function faultsOf({ missing, uncalledFor, afterwards, doubled }: Ran): number {
  return missing.length + uncalledFor.length + afterwards.length + doubled.length;
}

function ofTelling({ sockets, reminders, year, flood }: Results): Aim[] {
  const aims: Aim[] = [];
  if (flood) {
    const aim = `${Math.round(flood.perSecond)} wrong log-ins a second: p99 of asking for a shift`;
    aims.push(below(aim, flood.p99, 500, 'ms'));
  }
  if (sockets) {
    const { missing, p99, sockets: count } = sockets;
    aims.push({
      aim: `${count} sockets: each hears each`,
      measured: `${missing} missing`,
      met: missing === 0,
    });
    aims.push(below(`${count} sockets: p99 after the answer`, p99, 1_000, 'ms'));
  }
  if (reminders) {
    const { planted, taken, unsent, early, kills } = reminders;
    const lost = planted - taken + unsent;
    const aim = `${planted} reminders, ${kills} kills: none lost, none early`;
    aims.push({ aim, measured: `${lost} lost, ${early} early`, met: lost === 0 && early === 0 });
  }
  if (year) {
    const faults = faultsOf(year);
    const aim = `a year of ${year.duties} duties, ${year.kills} kills: each reminded once on each channel, nobody else`;
    aims.push({ aim, measured: `${faults} faults`, met: faults === 0 });
  }
  return aims;
}

function ofProcess({ start, idle, underLoad }: Results): Aim[] {
  const aims: Aim[] = [];
  if (start) aims.push(below('second start', start.second, 3, 's'));
  if (idle) aims.push(below('server memory, idle', idle.server / megabyte, 150, 'MB'));
  if (!underLoad) return aims;
  const peak = underLoad.serverPeak ?? underLoad.server;
  aims.push(below('server memory, highest under load', peak / megabyte, 300, 'MB'));
  if (underLoad.postgres === null) return aims;
  return [...aims, below('PostgreSQL memory under load', underLoad.postgres / megabyte, 512, 'MB')];
}

function below(what: string, value: number, limit: number, unit: string): Aim {
  const digits = value < 20 ? 2 : 0;
  return {
    aim: `${what}: below ${limit} ${unit}`,
    measured: `${value.toFixed(digits)} ${unit}`,
    met: value < limit,
  };
}
