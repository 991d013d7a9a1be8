import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './decide-selected.module.css';
import { DecidedRow, SoFar, type Turn } from './decided-so-far.tsx';
import { type Decision, useDecideInTurn } from './use-decide-in-turn.ts';
import type { PendingShift } from './use-pending-queue.ts';

export type { Decision } from './use-decide-in-turn.ts';

type DecideSelectedProps = {
  decision: Decision;
  shifts: readonly PendingShift[];
  onClose: () => void;
  onDone: (id: string) => void;
  onRefused: (id: string, error: Error) => void;
};

/** Says what will happen to the selected requests, does it one by one, and what became of each. */
export function DecideSelected(props: DecideSelectedProps) {
  const { t } = useTranslation(['rota', 'ui']);
  const { decision, onClose } = props;
  // The queue shrinks while they are decided; the dialog keeps them all.
  const [shifts] = useState(props.shifts);
  const [reason, setReason] = useState('');
  const ids = shifts.map(({ id }) => id);
  const turn = useDecideInTurn(decision, ids, props);
  const runs = turn.state === 'runs' || turn.state === 'stops';
  return (
    <Sheet
      title={decision === 'approve' ? t('approveSelected') : t('rejectSelected')}
      opened
      onClose={runs ? turn.stop : onClose}
    >
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
            <SoFar turn={turn} decision={decision} />
          )}
          {turn.state === 'asks' && decision === 'reject' ? (
            <Textarea
              label={t('ui:reason')}
              description={t('eachReadsThis')}
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
              <DecidedRow
                key={shift.id}
                shift={shift}
                result={turn.resultOf(shift.id)}
                decision={decision}
                over={turn.state === 'over'}
              />
            ))}
          </Surface>
          <Actions
            turn={turn}
            go={t(decision === 'approve' ? 'approveNumber' : 'rejectNumber', {
              number: ids.length,
            })}
            red={decision === 'reject'}
            ready={decision === 'approve' || reason.trim() !== ''}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Sheet>
  );
}

type ActionsProps = { turn: Turn; go: string; red: boolean; ready: boolean; onClose: () => void };

function Actions({ turn: { state, stop }, go, red, ready, onClose }: ActionsProps) {
  const { t } = useTranslation(['rota', 'ui']);
  return (
    <Group justify="flex-end">
      {state === 'asks' ? (
        <>
          <Button variant="default" onClick={onClose}>
            {t('keepThemWaiting')}
          </Button>
          <Button type="submit" color={red ? 'red' : 'cobalt'} disabled={!ready}>
            {go}
          </Button>
        </>
      ) : null}
      {state === 'runs' || state === 'stops' ? (
        <StopButton onStop={stop} stops={state === 'stops'} />
      ) : null}
      {state === 'over' ? <CloseButton onClose={onClose} /> : null}
    </Group>
  );
}

/** Takes the focus that the submitted form's button had, so that Enter or Space stops at once. */
function StopButton({ onStop, stops }: { onStop: () => void; stops: boolean }) {
  const { t } = useTranslation(['rota', 'ui']);
  const button = useFocusOnce();
  return (
    <Button ref={button} variant="default" onClick={onStop} aria-disabled={stops}>
      {stops ? t('stopping') : t('stop')}
    </Button>
  );
}

function CloseButton({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['rota', 'ui']);
  const button = useFocusOnce();
  return (
    <Button ref={button} onClick={onClose}>
      {t('ui:close')}
    </Button>
  );
}

function useFocusOnce() {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return button;
}

function WhatHappens({ decision, number }: { decision: Decision; number: number }) {
  const { t } = useTranslation(['rota', 'ui']);
  return (
    <Text size="sm" c="dimmed">
      {t(decision === 'approve' ? 'approveMany' : 'rejectMany', { count: number })}
    </Text>
  );
}
