import { Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { listJournal } from '../../../../contract/journal/list-journal.ts';
import { showInstant } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { QueryView } from '../../ui/query-view.tsx';

const said = {
  'shift.requested': 'event.shift_requested',
  'shift.approved': 'event.shift_approved',
  'shift.rejected': 'event.shift_rejected',
  'shift.updated': 'event.shift_updated',
  'shift.deleted': 'event.shift_deleted',
} as const;

/** What happened to a shift, newest first, as the journal has it. */
export function ShiftHistory({ id }: { id: string }) {
  const { t } = useTranslation('rota');
  const { time_zone } = useMe().organisation;
  const journal = useQuery(queryOf(listJournal, { query: { subject_id: id } }));
  return (
    <section aria-labelledby="shift-history">
      <Title order={3} id="shift-history" mb="sm">
        {t('history')}
      </Title>
      <QueryView query={journal}>
        {(entries) => (
          <Timeline bulletSize={12} lineWidth={2} active={entries.length}>
            {entries.map(({ id: entry, at, event, actor_name }) => (
              <Timeline.Item key={entry}>
                <Text size="sm">
                  <Said event={event} name={actor_name} />
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

function Said({ event, name }: { event: string; name: string }) {
  const { t } = useTranslation('rota');
  const who = <strong>{name}</strong>;
  if (!(event in said)) return [who, ` ${event}`];
  return <Trans t={t} i18nKey={said[event as keyof typeof said]} components={{ name: who }} />;
}
