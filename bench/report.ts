import { faultsOf, judge } from './aims.ts';
import type { Figures } from './measure.ts';
import type { Results } from './results.ts';

/** Tells what is being done and since when, beside the results. */
export function say(text: string): void {
  console.error(`${process.uptime().toFixed(0).padStart(4)} s · ${text}`);
}

/** The results as tables for people. */
export function reportOf(results: Results): string {
  const { machine, world } = results;
  return [
    [`${machine.count} × ${machine.cpus}, Node ${machine.node}`, machine.postgres]
      .filter(Boolean)
      .join(', PostgreSQL '),
    world
      ? `${world.shifts} shifts, ${world.periods} periods, ${world.people} people. CPU in ms per request; server, PostgreSQL and load generator share the cores.`
      : '',
    callsOf(results),
    readsOf(results),
    lettersOf(results),
    costsOf(results),
    toldOf(results),
    aimsOf(results),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function callsOf(results: Results): string {
  const { login = [], reads = [], booking = [], ask = [], approve = [] } = results;
  const rows = [...login, ...reads, ...booking, ...ask, ...approve].map((one: Figures) => [
    one.call,
    String(one.connections),
    one.perSecond.toFixed(0),
    one.p50.toFixed(1),
    one.p99.toFixed(1),
    one.serverCpu.toFixed(2),
    one.postgresCpu?.toFixed(2) ?? '?',
    String(one.failed),
  ]);
  const titles = ['call', 'conn.', 'req/s', 'p50 ms', 'p99 ms', 'CPU server', 'CPU PG', 'failed'];
  const note =
    login.length > 0 ? '\nMost of a log-in is argon2id (19 MiB, t=2), as it should be.' : '';
  return tableOf(titles, rows) + note;
}

function readsOf({ reads = [], shown }: Results): string {
  const rows = reads.map((one) => [
    one.call,
    String(one.connections),
    one.perSecond.toFixed(0),
    one.barePerSecond.toFixed(0),
    `${Math.round(one.ratio * 100)} %`,
  ]);
  const note = shown ? `\nThe month shows ${shown.shifts} shifts in ${shown.bytes} bytes.` : '';
  const titles = ['beside a bare handler', 'conn.', 'ours req/s', 'bare req/s', 'ratio'];
  return rows.length > 0 ? tableOf(titles, rows) + note : '';
}

function lettersOf({ ask = [], approve = [] }: Results): string {
  const rows = [...ask, ...approve].map((one) => [
    one.call,
    String(one.connections),
    String(one.lettersWaiting),
    one.drainSeconds.toFixed(1),
    one.serverCpuInAll.toFixed(2),
    one.postgresCpuInAll?.toFixed(2) ?? '?',
  ]);
  const titles = [
    'until its letters are out',
    'conn.',
    'waiting',
    'sent in s',
    'CPU server',
    'CPU PG',
  ];
  return tableOf(titles, rows);
}

function costsOf({ history = [], rls = [], start }: Results): string {
  const grown = history.map((one) => [
    String(one.shifts),
    one.serverCpu.toFixed(2),
    one.postgresCpu?.toFixed(2) ?? '?',
  ]);
  const secured = rls.map((one) => [
    one.call,
    one.owner.toFixed(2),
    one.secured.toFixed(2),
    `${(one.secured / one.owner).toFixed(2)}`,
  ]);
  return [
    tableOf(['month calendar, shifts in all', 'CPU server', 'CPU PG'], grown),
    tableOf(['SQL alone, ms', 'as owner', 'with row security', 'times'], secured),
    start
      ? `Start: ${start.first.toFixed(1)} s the first time, ${start.second.toFixed(1)} s again.`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function toldOf({ sockets, outbox = [], reminders, year }: Results): string {
  const lines = outbox.map(
    ({ to, messages, perSecond }) =>
      `Outbox to ${to}: ${messages} messages by one worker, ${Math.round(perSecond)}/s.`,
  );
  if (reminders) {
    const { planted, taken, repeated, kills, seconds, early, unsent } = reminders;
    lines.push(
      `Reminders: ${planted} through ${kills} kills of the worker in ${seconds.toFixed(0)} s, ${Math.round(planted / seconds)}/s; ${planted - taken + unsent} lost, ${early} early, ${repeated} came again under the Message-ID that the receiver knew.`,
    );
  }
  if (year) {
    const { duties, due, raced, racedAndCame, kills, moments, seconds, mailRepeated } = year;
    lines.push(
      `A year of ${duties} duties through ${kills} kills of the worker in ${seconds.toFixed(0)} s (${moments} moments): ${due} stood at their hour, ${raced} were taken off in that second (of ${racedAndCame} the reminder was faster); ${faultsOf(year)} faults, ${mailRepeated} mails came again under the Message-ID that the receiver knew.`,
    );
  }
  if (sockets) {
    const { sockets: count, events, p50, p99, last, missing, bytesPerSocket } = sockets;
    lines.push(
      `Fan-out of ${events} approvals to ${count} sockets, ms after the answer: p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, last ${last.toFixed(0)}; ${missing} missing. ${(bytesPerSocket / 1_024).toFixed(1)} kB of the server's memory a socket.`,
    );
  }
  return lines.join('\n');
}

function aimsOf(results: Results): string {
  const rows = judge(results).map(({ aim, measured, met }) => [aim, measured, met ? 'yes' : 'NO']);
  return tableOf(['aim', 'measured', 'met?'], rows);
}

function tableOf(titles: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const widths = titles.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]!.length)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(titles), rule, ...rows.map(line)].join('\n');
}
