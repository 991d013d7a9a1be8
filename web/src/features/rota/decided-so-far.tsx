import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate, showSpan } from '../../lib/format.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { Pill } from '../../ui/pill.tsx';
import classes from './decide-selected.module.css';
import type { Decision, Result, useDecideInTurn } from './use-decide-in-turn.ts';
import type { PendingShift } from './use-pending-queue.ts';

export type Turn = ReturnType<typeof useDecideInTurn>;

/** What is done, what was refused, and, once it is over, what was not come to. */
export function SoFar({ turn, decision }: { turn: Turn; decision: Decision }) {
  const { t } = useTranslation('rota');
  const { decided, refused, left, state } = turn;
  const of = decided + refused + left;
  const stopped = state === 'over' && left > 0;
  return (
    <div role="status">
      <Progress value={((of - left) / of) * 100} aria-label={t('decidedSoFar')} mb={6} />
      <Text size="sm">
        {[
          stopped ? t('stopped') : '',
          refused > 0
            ? t(`soFarRefused.${decision}`, { decided, of, refused })
            : t(`soFar.${decision}`, { decided, of }),
          stopped ? t('leftUndecided', { left }) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
    </div>
  );
}

type DecidedRowProps = { shift: PendingShift; result: Result; decision: Decision; over: boolean };

/** One of the selected requests, and what became of it so far. */
export function DecidedRow({ shift, result, decision, over }: DecidedRowProps) {
  const { t } = useTranslation('rota');
  return (
    <div className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">
          <strong>{shift.requested_by_name}</strong>, {showDate(shift.date)}, {showSpan(shift)}
        </Text>
        {result === 'runs' ? <Pill tone="accent">{t('now')}</Pill> : null}
        {result === 'done' ? <Pill tone="good">{t(`decidedWord.${decision}`)}</Pill> : null}
        {result === 'waits' && over ? <Pill tone="waiting">{t('notDecided')}</Pill> : null}
        {result instanceof Error ? <Pill tone="bad">{t('refused')}</Pill> : null}
      </Group>
      {result instanceof Error ? (
        <Text size="sm" c="var(--cb-open)">
          {sentenceOf(result)}
        </Text>
      ) : null}
    </div>
  );
}
