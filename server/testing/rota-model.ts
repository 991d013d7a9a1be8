import fc from 'fast-check';
import type { Settled } from '../demo/settle.ts';
import { modulesOf } from '../modules.ts';
import { type App, read, write } from '../platform/app.ts';
import { Refusal } from '../platform/problem.ts';
import type { ActorTx, View } from '../platform/scope.ts';
import { daysLater } from './recompute-rota.ts';

/** One thing that someone does; numbers choose among what is there. */
export type Step = {
  verb: keyof typeof verbs;
  who: number;
  shift: number;
  day: number;
  span: number;
  choice: number;
  /** Done at the same moment as the step after it. */
  together: boolean;
};

/** Where a sequence takes place: two periods that overlap, on days of its own. */
export type Stage = {
  app: App;
  settled: Settled;
  firstDay: string;
  periods: string[];
  /** Ids of the shifts that wait for a decision, and of all that are live, as far as the steps know. */
  waiting: string[];
  live: string[];
};

const spans = [
  ['06:00', '09:00', false],
  ['05:30', '07:15', false],
  ['07:15', '12:00', false],
  ['09:00', '21:00', false],
  ['20:00', '22:00', false],
  ['21:00', '22:00', false],
  ['21:30', '23:00', false],
  ['01:30', '03:30', false],
  ['00:00', '08:00', false],
  ['22:00', '06:00', true],
  ['18:30', '07:10', true],
  ['23:45', '00:15', true],
  ['06:00', '06:00', true],
] as const;
const windowSpans = [
  ['06:00', '09:00'],
  ['05:00', '06:30'],
  ['00:30', '02:45'],
  ['12:00', '13:00'],
  ['21:00', '22:00'],
  ['22:30', '23:45'],
] as const;
const members = ['cleo', 'dev', 'eli', 'fin'];

const endpoints = new Map(
  modulesOf().flatMap((module) => module.endpoints.map((one) => [one.route.name, one] as const)),
);

type Parts = { params?: object; query?: object; body?: object };

/** Calls an action as someone; 'done', or the code of its refusal. Anything else is thrown. */
async function act(stage: Stage, who: string, name: string, parts: Parts): Promise<string> {
  const { app, settled } = stage;
  const { tenant, actors } = settled;
  const by = actors[who];
  const endpoint = endpoints.get(name);
  if (!by || endpoint?.kind !== 'action') throw new Error(`no ${name} as ${who}`);
  const call = { params: {}, query: {}, body: {}, ...parts, facts: { ifMatch: null } };
  try {
    const answer = await write(app, tenant, { by, requestId: 'model' }, (tx) =>
      endpoint.answer(tx as ActorTx, call as never),
    );
    remember(stage, name, (parts.params as { id: string } | undefined)?.id, answer);
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function remember(stage: Stage, name: string, id: string | undefined, answer: unknown): void {
  if (name === 'askShift') {
    const shift = answer as { id: string; status: string };
    stage.live.push(shift.id);
    if (shift.status === 'PENDING') stage.waiting.push(shift.id);
  }
  const is = (other: string) => other !== id;
  if (name === 'approveShift' || name === 'rejectShift' || name === 'cancelShift') {
    stage.waiting = stage.waiting.filter(is);
  }
  if (name === 'rejectShift' || name === 'cancelShift') stage.live = stage.live.filter(is);
}

/** Answers a query as the admin. */
export async function ask<T>(stage: Stage, name: string, parts: Parts): Promise<T> {
  const { tenant, actors } = stage.settled;
  const endpoint = endpoints.get(name);
  if (endpoint?.kind !== 'query') throw new Error(`no query ${name}`);
  const call = { params: {}, query: {}, ...parts } as never;
  const answer = await read(stage.app, tenant, (scope) =>
    endpoint.answer({ ...scope, by: actors.ben } as View, call),
  );
  return answer as T;
}

const member = (step: Step) => members[step.who % members.length] as string;
const pick = (ids: readonly string[], number: number) => ids[number % Math.max(1, ids.length)];
const nobody = '01a1f000-0000-7000-8000-000000000000';
/** One that waits; now and then any that is live, as someone does who looks at an old page. */
const toDecide = (stage: Stage, step: Step) => ({
  id: pick(step.choice === 0 ? stage.live : stage.waiting, step.shift) ?? nobody,
});
const toChange = (stage: Stage, step: Step) => ({ id: pick(stage.live, step.shift) ?? nobody });
const aPeriod = (stage: Stage, step: Step) => ({ id: stage.periods[step.choice % 2] });

/** A span on a day of the period of `aPeriod`, but for one in ten, which may lie outside. */
function wish(stage: Stage, step: Step) {
  const [start_time, end_time, overnight] = spans[step.span % spans.length] ?? spans[0];
  const day = step.choice === 9 ? step.day : (step.day % 7) + (step.choice % 2) * 3;
  return { date: daysLater(stage.firstDay, day), start_time, end_time, overnight };
}

function aSpan(step: Step) {
  const [start_time, end_time] = windowSpans[step.span % windowSpans.length] ?? windowSpans[0];
  return { start_time, end_time };
}

/** What can be done, each as the call that does it. */
const verbs = {
  ask: (stage, step) =>
    act(stage, member(step), 'askShift', {
      body: { schedule_period: aPeriod(stage, step).id, ...wish(stage, step) },
    }),
  approve: (stage, step) =>
    act(stage, 'ben', 'approveShift', {
      params: toDecide(stage, step),
      body: { override_overtime: step.choice > 6 },
    }),
  reject: (stage, step) =>
    act(stage, 'ben', 'rejectShift', {
      params: toDecide(stage, step),
      body: { rejected_reason: 'Not needed' },
    }),
  cancel: (stage, step) => {
    const who = step.choice % 2 ? 'ben' : member(step);
    return act(stage, who, 'cancelShift', { params: toChange(stage, step) });
  },
  edit: (stage, step) => {
    const who = step.choice % 4 ? 'ben' : member(step);
    return act(stage, who, 'editShift', { params: toChange(stage, step), body: wish(stage, step) });
  },
  direct: (stage, step) =>
    act(stage, 'ben', 'askShift', {
      body: {
        ...{ schedule_period: aPeriod(stage, step).id, ...wish(stage, step) },
        ...{ admin_direct: true, requested_by: stage.settled.actors[member(step)]?.personId },
        override_overtime: step.choice > 6,
      },
    }),
  lock: (stage, step) =>
    act(stage, 'ben', 'editPeriod', {
      params: aPeriod(stage, step),
      body: { status: step.span % 3 ? 'OPEN' : 'LOCKED' },
    }),
  seats: (stage, step) =>
    act(stage, 'ben', 'editPeriod', {
      params: aPeriod(stage, step),
      body: { seats: 1 + (step.span % 3) },
    }),
  finalize: (stage, step) =>
    act(stage, 'ben', 'finalizePeriod', {
      params: aPeriod(stage, step),
      body: { force: true, reason: 'The agency covers the rest' },
    }),
  moveWindow: async (stage, step) => {
    const effective_from = daysLater(stage.firstDay, step.day);
    const windows = await ask<{ id: string; effective_from: string }[]>(
      stage,
      'listCoverageWindows',
      {},
    );
    const window = windows[step.shift % windows.length] as { id: string };
    const body = { ...aSpan(step), effective_from };
    return act(stage, 'ben', 'editCoverageWindow', { params: { id: window.id }, body });
  },
  addWindow: (stage, step) => {
    const name = ['Noon', 'Night', 'Tea'][step.choice % 3] as string;
    const effective_from = daysLater(stage.firstDay, step.day);
    return act(stage, 'ben', 'addCoverageWindow', {
      body: { name, ...aSpan(step), effective_from },
    });
  },
  endWindow: async (stage, step) => {
    const windows = await ask<{ id: string }[]>(stage, 'listCoverageWindows', {});
    const window = windows[step.shift % windows.length] as { id: string };
    return act(stage, 'ben', 'deleteCoverageWindow', { params: { id: window.id } });
  },
} satisfies Record<string, (stage: Stage, step: Step) => Promise<string>>;

/** Does a step; 'done', or the code of its refusal. */
export function doStep(stage: Stage, step: Step): Promise<string> {
  const idle = stage.waiting.length === 0 && (step.verb === 'approve' || step.verb === 'reject');
  return verbs[idle ? 'ask' : step.verb](stage, step);
}

const often: [keyof typeof verbs, number][] = [
  ['ask', 12],
  ['approve', 12],
  ['direct', 5],
  ['edit', 6],
  ['cancel', 4],
  ['reject', 2],
  ['lock', 1],
  ['seats', 2],
  ['finalize', 1],
  ['moveWindow', 2],
  ['addWindow', 1],
  ['endWindow', 1],
];

/** A step at random. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  verb: fc.oneof(...often.map(([verb, weight]) => ({ weight, arbitrary: fc.constant(verb) }))),
  who: fc.nat(3),
  shift: fc.nat(40),
  day: fc.nat(9),
  span: fc.nat(spans.length - 1),
  choice: fc.nat(9),
  together: fc.boolean(),
});
