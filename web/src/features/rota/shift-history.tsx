import { Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listJournal } from '../../../../contract/journal/list-journal.ts';
import { showInstant } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words: Record<string, string> = {
  'shift.requested': 'asked for it',
  'shift.approved': 'approved it',
  'shift.rejected': 'rejected it',
  'shift.updated': 'changed it',
  'shift.deleted': 'cancelled it',
};

/** What happened to a shift, newest first, as the journal has it. */
export function ShiftHistory({ id }: { id: string }) {
  const { time_zone } = useMe().organisation;
  const journal = useQuery(queryOf(listJournal, { query: { subject_id: id } }));
  return (
    <section aria-labelledby="shift-history">
      <Title order={3} id="shift-history" mb="sm">
        History
      </Title>
      <QueryView query={journal}>
        {(entries) => (
          <Timeline bulletSize={12} lineWidth={2} active={entries.length}>
            {entries.map(({ id: entry, at, event, actor_name }) => (
              <Timeline.Item key={entry}>
                <Text size="sm">
                  <strong>{actor_name}</strong> {words[event] ?? event}
                </Text>
                <Text size="xs" c="dimmed">
                  {showInstant(at, time_zone)}
                </Text>
              </Timeline.Item>
            ))}
          </Timeline>
        )}
      </QueryView>
    </section>
  );
}
