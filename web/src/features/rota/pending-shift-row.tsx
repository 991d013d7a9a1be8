import { Anchor, Avatar, Button, Checkbox, Group, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { joined, showDate, showHours, showInstant, showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { ApprovalProblem } from './approve-shift.tsx';
import { PendingShiftCandidates } from './pending-shift-candidates.tsx';
import classes from './pending-shift-row.module.css';
import { WhoCould } from './queue-gaps.tsx';
import { ShiftEffect } from './shift-effect.tsx';
import type { PendingShift } from './use-pending-queue.ts';

type PendingShiftRowProps = {
  shift: PendingShift;
  current: boolean;
  selected: boolean;
  problem: Error | undefined;
  candidatesShown: boolean;
  onCandidates: () => void;
  onCurrent: () => void;
  onSelect: () => void;
  onApprove: (overrideOvertime?: boolean) => void;
  onReject: () => void;
};

/** One request of the queue. */
export function PendingShiftRow(props: PendingShiftRowProps) {
  const { t } = useTranslation('rota');
  const { shift, current, selected, problem, onCurrent, onSelect, onApprove, onReject } = props;
  const what = joined(shift.requested_by_name, showDate(shift.date), showSpan(shift));
  const { openShift } = useOverlays();
  const { time_zone } = useMe().organisation;
  const mayReadGaps = useMay('gap.read');
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <article
      ref={row}
      className={classes.row}
      data-current={current || undefined}
      aria-current={current || undefined}
      data-selected={selected || undefined}
      aria-label={what}
      onFocus={onCurrent}
    >
      <Checkbox
        size="md"
        aria-label={t('selectWhat', { what })}
        checked={selected}
        onChange={onSelect}
        className={classes.select ?? ''}
      />
      <Avatar name={shift.requested_by_name} color="cobalt" size="md" visibleFrom="sm" />
      <div className={classes.facts}>
        <Group gap="xs" justify="space-between">
          <Anchor component="button" fw={600} c="inherit" onClick={() => openShift(shift.id)}>
            {shift.requested_by_name}
          </Anchor>
          <Text size="xs" c="dimmed">
            {t('askedAt', { when: showInstant(shift.created_at, time_zone) })}
          </Text>
        </Group>
        <Text>
          <strong>{showDate(shift.date)}</strong>, {showSpan(shift)}{' '}
          <Text span c="dimmed" inherit>
            · {showHours(shift.duration_hours)}
          </Text>
        </Text>
        {shift.notes ? (
          <Text className={classes.notes}>
            <bdi>{shift.notes}</bdi>
          </Text>
        ) : null}
        {shift.waits_because ? (
          <Text size="sm">{t('waitsBecause', { why: shift.waits_because })}</Text>
        ) : null}
        <ShiftEffect effect={shift.effect} />
        {mayReadGaps ? (
          <div>
            <WhoCould shown={props.candidatesShown} onClick={props.onCandidates} />
          </div>
        ) : null}
        {mayReadGaps && props.candidatesShown ? <PendingShiftCandidates shift={shift} /> : null}
        <ApprovalProblem error={problem} onOvertime={() => onApprove(true)} />
      </div>
      <div className={classes.actions}>
        <Button leftSection={<IconCheck size={16} />} onClick={() => onApprove()}>
          {t('approve')}
        </Button>
        <Button variant="default" leftSection={<IconX size={16} />} onClick={onReject}>
          {t('reject')}
        </Button>
      </div>
    </article>
  );
}
