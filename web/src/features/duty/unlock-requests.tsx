import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { decideUnlock } from '../../../../contract/unlocks/decide-unlock.ts';
import { listUnlockRequests } from '../../../../contract/unlocks/list-unlock-requests.ts';
import type { UnlockRequest } from '../../../../contract/unlocks/unlock-request.ts';
import { showDate, showInstant } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-unlocks.module.css';

/** Unlocks that wait for a second admin: decided by another than who asked. */
export function UnlockRequests() {
  const { t } = useTranslation('duty');
  const waiting = useQuery(
    queryOf(listUnlockRequests, { query: { status: 'PENDING', limit: 50 } }),
  ).data;
  if (!waiting || waiting.length === 0) return null;
  return (
    <Stack gap="xs" mb="xl" component="section">
      <Title order={2}>{t('waitingUnlocks', { count: waiting.length })}</Title>
      <Surface rows>
        {waiting.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </Surface>
    </Stack>
  );
}

function Request({ request }: { request: UnlockRequest }) {
  const { t } = useTranslation('duty');
  const { time_zone } = useMe().organisation;
  const action = useAction(decideUnlock, {
    refresh: ['unlocks', 'duty', 'reminders', 'journal'],
    onSuccess: ({ status }) => notifyDone(t(`request_${status}`)),
  });
  const { id, can } = request;
  const decide = (decision: 'approve' | 'reject' | 'cancel') =>
    action.mutate({ params: { id }, body: { action: decision } });
  return (
    <article className={classes.unlock}>
      {request.assignments.map((one) => (
        <Text key={one.id} fw={550}>
          {one.person_name}, {one.duty_name}, {showDate(one.date)}
        </Text>
      ))}
      <blockquote className={classes.reason}>{request.reason}</blockquote>
      <Text size="sm" c="dimmed">
        {t('unlockedByWhen', {
          by: request.requested_by_name,
          when: showInstant(request.requested_at, time_zone),
        })}{' '}
        · {request.approval_reasons.map(({ detail }) => detail).join(' ')}
      </Text>
      <FormProblem error={action.error} />
      <Group gap="xs">
        {can.approve ? (
          <Button loading={action.isPending} onClick={() => decide('approve')}>
            {t('letUnlock')}
          </Button>
        ) : null}
        {can.reject ? (
          <Button variant="default" disabled={action.isPending} onClick={() => decide('reject')}>
            {t('keepLocked')}
          </Button>
        ) : null}
        {can.cancel ? (
          <Button variant="default" disabled={action.isPending} onClick={() => decide('cancel')}>
            {t('takeBack')}
          </Button>
        ) : null}
      </Group>
    </article>
  );
}
