import { Button, Checkbox, Group, Kbd, Text } from '@mantine/core';
import { IconCalendarMonth, IconCheck, IconInboxOff, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { listReservations } from '../../../../contract/booking/list-reservations.ts';
import { queryOf } from '../../lib/query.ts';
import { useResources } from '../../lib/use-resources.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { RejectReservationDialog } from './decide-reservation.tsx';
import { DecideReservations } from './decide-reservations.tsx';
import { useResourceTopics } from './use-resource-topics.ts';
import { useWaitingQueue } from './use-waiting-queue.ts';
import classes from './waiting-row.module.css';
import { WaitingRow } from './waiting-row.tsx';

/** What waits for an admin's decision, soonest first; by keys, one by one or many at once. */
export function ApprovalsPage() {
  const { t } = useTranslation('booking');
  useResourceTopics(useResources().data ?? []);
  const waiting = useQuery(
    queryOf(listReservations, { query: { status: 'PENDING', sort: 'starts_at', limit: 200 } }),
  );
  const queue = useWaitingQueue(waiting.data ?? []);
  return (
    <Page
      title={t('queue.title')}
      description={waiting.data ? t('queue.waiting', { count: queue.rows.length }) : ' '}
      actions={queue.current ? <Shortcuts /> : null}
    >
      <QueryView query={waiting}>
        {() => (queue.rows.length === 0 ? <NothingWaits /> : <Rows queue={queue} />)}
      </QueryView>
      <RejectReservationDialog
        reservation={queue.rejecting}
        onClose={() => queue.askReject(undefined)}
        onRejected={queue.hide}
      />
      {queue.deciding ? (
        <DecideReservations
          decision={queue.deciding}
          reservations={queue.rows.filter(({ id }) => queue.selection.isSelected(id))}
          onClose={() => queue.decide(undefined)}
          onDone={queue.hide}
          onRefused={queue.onRefused}
        />
      ) : null}
    </Page>
  );
}

function NothingWaits() {
  const { t } = useTranslation('booking');
  return (
    <Empty
      icon={IconInboxOff}
      title={t('queue.nothing')}
      action={
        <Button
          component={Link}
          to="/booking/calendar"
          variant="default"
          leftSection={<IconCalendarMonth size={16} />}
        >
          {t('queue.seeCalendar')}
        </Button>
      }
    >
      {t('queue.nothingWhy')}
    </Empty>
  );
}

type Queue = ReturnType<typeof useWaitingQueue>;

function Rows({ queue }: { queue: Queue }) {
  const { rows, selection } = queue;
  return (
    <Surface>
      <SelectionBar queue={queue} />
      <div className={classes.rows}>
        {rows.map((reservation) => (
          <WaitingRow
            key={reservation.id}
            reservation={reservation}
            current={reservation.id === queue.current}
            selected={selection.isSelected(reservation.id)}
            problem={queue.problems[reservation.id]}
            onCurrent={() => queue.setCurrent(reservation.id)}
            onSelect={() => selection.toggle(reservation.id)}
            onApprove={() => queue.approve(reservation.id)}
            onReject={() => queue.askReject(reservation.id)}
          />
        ))}
      </div>
    </Surface>
  );
}

function SelectionBar({ queue: { rows, selection, decide } }: { queue: Queue }) {
  const { t } = useTranslation('booking');
  const selected = selection.selected.length;
  const all = selected === rows.length;
  return (
    <Group className={classes.bar ?? ''} role="group" aria-label={t('queue.selection')}>
      <Checkbox
        size="md"
        label={selected > 0 ? t('queue.selected', { count: selected }) : t('queue.selectAll')}
        checked={all}
        indeterminate={selected > 0 && !all}
        onChange={all ? selection.clear : () => selection.select(...rows.map(({ id }) => id))}
      />
      {selected > 0 ? (
        <Group gap="xs">
          <Button leftSection={<IconCheck size={16} />} onClick={() => decide('approve')}>
            {t('queue.approveSome', { count: selected })}
          </Button>
          <Button
            variant="default"
            leftSection={<IconX size={16} />}
            onClick={() => decide('reject')}
          >
            {t('queue.rejectSome', { count: selected })}
          </Button>
        </Group>
      ) : null}
    </Group>
  );
}

function Shortcuts() {
  const { t } = useTranslation('booking');
  return (
    <Text size="xs" c="dimmed" visibleFrom="sm">
      <Trans t={t} i18nKey="queue.keys" components={{ k: <Kbd size="xs" /> }} />
    </Text>
  );
}
