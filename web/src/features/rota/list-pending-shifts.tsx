import { Button, Kbd, Text } from '@mantine/core';
import { IconCalendarMonth, IconInboxOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { listPendingShifts } from '../../../../contract/rota/list-pending-shifts.ts';
import { queryOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { DecideSelected } from './decide-selected.tsx';
import classes from './pending-shift-row.module.css';
import { PendingShiftRow } from './pending-shift-row.tsx';
import { QueueGaps } from './queue-gaps.tsx';
import { RejectShiftDialog } from './reject-shift.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { usePendingQueue } from './use-pending-queue.ts';
import { useQueueGaps } from './use-queue-gaps.ts';

/** The queue: who asks for what, and what saying yes would do. */
export function QueuePage() {
  const { t } = useTranslation('rota');
  const pending = useQuery(queryOf(listPendingShifts, { query: { limit: 100 } }));
  const { mayRead, gaps, keys } = useQueueGaps();
  const queue = usePendingQueue(pending.data ?? [], keys);
  return (
    <Page
      title={t('queue')}
      description={pending.data ? t('waitingOldestFirst', { count: queue.rows.length }) : ' '}
      actions={queue.current ? <Shortcuts /> : null}
    >
      <QueryView query={pending}>
        {() =>
          queue.rows.length === 0 ? (
            <Empty
              icon={IconInboxOff}
              title={t('nothingWaits')}
              action={
                <Button
                  component={Link}
                  to="/calendar"
                  variant="default"
                  leftSection={<IconCalendarMonth size={16} />}
                >
                  {t('seeCalendar')}
                </Button>
              }
            >
              {t('allDecided')}
            </Empty>
          ) : (
            <QueueRows queue={queue} />
          )
        }
      </QueryView>
      {mayRead ? <QueueGaps gaps={gaps} queue={queue} /> : null}
      <RejectShiftDialog
        shift={queue.rejecting}
        onClose={() => queue.askReject(undefined)}
        onRejected={queue.hide}
      />
      {queue.deciding ? (
        <DecideSelected
          decision={queue.deciding}
          shifts={queue.rows.filter(({ id }) => queue.selection.isSelected(id))}
          onClose={() => queue.decide(undefined)}
          onDone={queue.hide}
          onRefused={queue.onRefused}
        />
      ) : null}
    </Page>
  );
}

function QueueRows({ queue }: { queue: ReturnType<typeof usePendingQueue> }) {
  const { rows, selection } = queue;
  return (
    <Surface>
      <SelectionBar
        selected={selection.selected.length}
        of={rows.length}
        onAll={() => selection.select(...rows.map(({ id }) => id))}
        onClear={selection.clear}
        onDecide={queue.decide}
      />
      <div className={classes.rows}>
        {rows.map((shift) => (
          <PendingShiftRow
            key={shift.id}
            shift={shift}
            current={shift.id === queue.current}
            selected={selection.isSelected(shift.id)}
            problem={queue.problems[shift.id]}
            candidatesShown={queue.candidatesOf === shift.id}
            onCandidates={() => queue.onCandidates(shift.id)}
            onCurrent={() => queue.setCurrent(shift.id)}
            onSelect={() => selection.toggle(shift.id)}
            onApprove={(override) => queue.approve(shift.id, override)}
            onReject={() => queue.askReject(shift.id)}
          />
        ))}
      </div>
    </Surface>
  );
}

function Shortcuts() {
  const { t } = useTranslation('rota');
  return (
    <Text size="xs" c="dimmed" visibleFrom="sm">
      <Trans t={t} i18nKey="queueKeys" components={{ k: <Kbd size="xs" /> }} />
    </Text>
  );
}
