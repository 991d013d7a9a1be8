import { Group, Progress, Text } from '@mantine/core';
import { showDate, showSpan } from '../../lib/format.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { Pill } from '../../ui/pill.tsx';
import classes from './decide-selected.module.css';
import type { Result, useDecideInTurn } from './use-decide-in-turn.ts';
import type { PendingShift } from './use-pending-queue.ts';

export type Turn = ReturnType<typeof useDecideInTurn>;

/** What is done, what was refused, and, once it is over, what was not come to. */
export function SoFar({ turn, done }: { turn: Turn; done: string }) {
  const { decided, refused, left, state } = turn;
  const of = decided + refused + left;
  const stopped = state === 'over' && left > 0;
  return (
    <div role="status">
      <Progress value={((of - left) / of) * 100} aria-label="Decided so far" mb={6} />
      <Text size="sm">
        {stopped ? 'Stopped. ' : ''}
        {done} {decided} of {of}
        {refused > 0 ? `, ${refused} refused: they stay selected.` : '.'}
        {stopped ? ` ${left} not decided: they stay selected too.` : ''}
      </Text>
    </div>
  );
}

type DecidedRowProps = { shift: PendingShift; result: Result; done: string; over: boolean };

/** One of the selected requests, and what became of it so far. */
export function DecidedRow({ shift, result, done, over }: DecidedRowProps) {
  return (
    <div className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">
          <strong>{shift.requested_by_name}</strong>, {showDate(shift.date)}, {showSpan(shift)}
        </Text>
        {result === 'runs' ? <Pill tone="accent">Now</Pill> : null}
        {result === 'done' ? <Pill tone="good">{done}</Pill> : null}
        {result === 'waits' && over ? <Pill tone="waiting">Not decided</Pill> : null}
        {result instanceof Error ? <Pill tone="bad">Refused</Pill> : null}
      </Group>
      {result instanceof Error ? (
        <Text size="sm" c="var(--cb-open)">
          {sentenceOf(result)}
        </Text>
      ) : null}
    </div>
  );
}
