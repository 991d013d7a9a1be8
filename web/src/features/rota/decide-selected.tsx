import { Button, Group, Progress, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { count, showDate, showSpan } from '../../lib/format.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { Pill } from '../../ui/pill.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './decide-selected.module.css';
import { type Decision, type Result, useDecideInTurn } from './use-decide-in-turn.ts';
import type { PendingShift } from './use-pending-queue.ts';

export type { Decision } from './use-decide-in-turn.ts';

type DecideSelectedProps = {
  decision: Decision;
  shifts: readonly PendingShift[];
  onClose: () => void;
  onDone: (id: string) => void;
  onRefused: (id: string, error: Error) => void;
};

const words = {
  approve: { title: 'Approve the selected', go: 'Approve', done: 'Approved' },
  reject: { title: 'Reject the selected', go: 'Reject', done: 'Rejected' },
};

/** Says what will happen to the selected requests, does it one by one, and what became of each. */
export function DecideSelected(props: DecideSelectedProps) {
  const { decision, onClose } = props;
  // The queue shrinks while they are decided; the dialog keeps them all.
  const [shifts] = useState(props.shifts);
  const [reason, setReason] = useState('');
  const ids = shifts.map(({ id }) => id);
  const turn = useDecideInTurn(decision, ids, props);
  const { title, go, done } = words[decision];
  const answered = turn.decided + turn.refused;
  return (
    <Sheet title={title} opened onClose={() => turn.state !== 'runs' && onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void turn.run(reason.trim());
        }}
      >
        <Stack>
          {turn.state === 'asks' ? (
            <WhatHappens decision={decision} number={ids.length} />
          ) : (
            <div role="status">
              <Progress value={(answered / ids.length) * 100} aria-label="Decided so far" mb={6} />
              <Text size="sm">
                {done} {turn.decided} of {ids.length}
                {turn.refused > 0 ? `, ${turn.refused} refused: they stay selected.` : '.'}
              </Text>
            </div>
          )}
          {turn.state === 'asks' && decision === 'reject' ? (
            <Textarea
              label="Reason"
              description="Each of them reads this."
              required
              autosize
              minRows={2}
              maxLength={1000}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          <Surface rows className={classes.rows}>
            {shifts.map((shift) => (
              <Row key={shift.id} shift={shift} result={turn.resultOf(shift.id)} done={done} />
            ))}
          </Surface>
          <Group justify="flex-end">
            {turn.state === 'over' ? (
              <Button data-autofocus onClick={onClose}>
                Close
              </Button>
            ) : (
              <>
                <Button variant="default" disabled={turn.state === 'runs'} onClick={onClose}>
                  Keep them waiting
                </Button>
                <Button
                  type="submit"
                  color={decision === 'reject' ? 'red' : 'cobalt'}
                  loading={turn.state === 'runs'}
                  disabled={decision === 'reject' && !reason.trim()}
                >
                  {go} {ids.length}
                </Button>
              </>
            )}
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}

function WhatHappens({ decision, number }: { decision: Decision; number: number }) {
  return (
    <Text size="sm" c="dimmed">
      {count(number, 'request')}, one after another, oldest first; each person is told at once, so
      this can’t be undone.{' '}
      {decision === 'approve'
        ? 'What clashes or would be overtime is refused, stays selected and says why.'
        : 'What someone decided meanwhile is refused and says so.'}
    </Text>
  );
}

function Row({ shift, result, done }: { shift: PendingShift; result: Result; done: string }) {
  return (
    <div className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">
          <strong>{shift.requested_by_name}</strong>, {showDate(shift.date)}, {showSpan(shift)}
        </Text>
        {result === 'runs' ? <Pill tone="accent">Now</Pill> : null}
        {result === 'done' ? <Pill tone="good">{done}</Pill> : null}
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
