import { Button, Kbd, Text } from '@mantine/core';
import { IconCalendarMonth, IconInboxOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listPendingShifts } from '../../../../contract/rota/list-pending-shifts.ts';
import { count } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { PendingShiftRow } from './pending-shift-row.tsx';
import { RejectShiftDialog } from './reject-shift.tsx';
import { usePendingQueue } from './use-pending-queue.ts';

/** The queue: who asks for what, and what saying yes would do. */
export function QueuePage() {
  const pending = useQuery(queryOf(listPendingShifts, { query: { limit: 100 } }));
  const queue = usePendingQueue(pending.data ?? []);
  return (
    <Page
      title="Queue"
      description={
        pending.data ? `${count(queue.rows.length, 'request')} waiting, oldest first` : ' '
      }
      actions={queue.rows.length > 0 ? <Shortcuts /> : null}
    >
      <QueryView query={pending}>
        {() =>
          queue.rows.length === 0 ? (
            <Empty
              icon={IconInboxOff}
              title="Nothing waits"
              action={
                <Button
                  component={Link}
                  to="/calendar"
                  variant="default"
                  leftSection={<IconCalendarMonth size={16} />}
                >
                  See the calendar
                </Button>
              }
            >
              Every request has been decided. New ones show up here by themselves.
            </Empty>
          ) : (
            <Surface rows>
              {queue.rows.map((shift) => (
                <PendingShiftRow
                  key={shift.id}
                  shift={shift}
                  current={shift.id === queue.current}
                  problem={queue.problems[shift.id]}
                  onCurrent={() => queue.setCurrent(shift.id)}
                  onApprove={(override) => queue.approve(shift.id, override)}
                  onReject={() => queue.askReject(shift.id)}
                />
              ))}
            </Surface>
          )
        }
      </QueryView>
      <RejectShiftDialog
        shift={queue.rejecting}
        onClose={() => queue.askReject(undefined)}
        onRejected={queue.hide}
      />
    </Page>
  );
}

function Shortcuts() {
  return (
    <Text size="xs" c="dimmed" visibleFrom="sm">
      <Kbd size="xs">j</Kbd> <Kbd size="xs">k</Kbd> move · <Kbd size="xs">a</Kbd> approve ·{' '}
      <Kbd size="xs">r</Kbd> reject · <Kbd size="xs">o</Kbd> open
    </Text>
  );
}
