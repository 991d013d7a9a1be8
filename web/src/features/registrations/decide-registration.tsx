import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptRegistration } from '../../../../contract/registrations/accept-registration.ts';
import { declineRegistration } from '../../../../contract/registrations/decline-registration.ts';
import { readRegistration } from '../../../../contract/registrations/read-registration.ts';
import type { Registration } from '../../../../contract/registrations/registration.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PersonField } from './person-field.tsx';
import type { Decision } from './use-registration-keys.ts';

type DecideRegistrationProps = { id: string; decision: Decision; onClose: () => void };

/** Accepts or declines a sign-up; either way the volunteer is told. */
export function DecideRegistration({ id, decision, onClose }: DecideRegistrationProps) {
  const { t } = useTranslation('registrations');
  const registration = useQuery(queryOf(readRegistration, { params: { id } }));
  const name = registration.data?.full_name ?? '';
  const Form = decision === 'accept' ? Accept : Decline;
  return (
    <Sheet
      title={t(decision === 'accept' ? 'acceptTitle' : 'declineTitle', { name })}
      opened
      onClose={onClose}
    >
      <QueryView query={registration}>
        {(read) => <Form registration={read} onDone={onClose} />}
      </QueryView>
    </Sheet>
  );
}

type FormProps = { registration: Registration; onDone: () => void };
const refresh = ['registrations', 'identity', 'people', 'duty', 'journal'];

function Accept({ registration, onDone }: FormProps) {
  const { t } = useTranslation('registrations');
  const [person, setPerson] = useState(registration.person);
  const action = useAction(acceptRegistration, {
    refresh,
    onSuccess: ({ full_name }) => {
      notifyDone(t('accepted', { name: full_name }));
      onDone();
    },
  });
  return (
    <Stack>
      <Text>{t('acceptHint')}</Text>
      <PersonField
        label={t('whoTheyAre')}
        placeholder={t('newMember')}
        value={person}
        onChange={setPerson}
      />
      <FormProblem error={action.error} />
      <Group justify="flex-end">
        <Button
          data-autofocus
          loading={action.isPending}
          onClick={() =>
            action.mutate({
              params: { id: registration.id },
              body: { person: person ?? undefined },
            })
          }
        >
          {t('accept')}
        </Button>
      </Group>
    </Stack>
  );
}

function Decline({ registration, onDone }: FormProps) {
  const { t } = useTranslation('registrations');
  const [reason, setReason] = useState('');
  const action = useAction(declineRegistration, {
    refresh,
    onSuccess: ({ full_name }) => {
      notifyDone(t('declined', { name: full_name }));
      onDone();
    },
  });
  return (
    <Stack>
      <Textarea
        label={t('declineReason')}
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {registration.auditions.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('auditionsGo')}
        </Text>
      ) : null}
      <FormProblem error={action.error} />
      <Group justify="flex-end">
        <Button
          color="red"
          loading={action.isPending}
          onClick={() =>
            action.mutate({
              params: { id: registration.id },
              body: { reason: reason.trim() || undefined },
            })
          }
        >
          {t('decline')}
        </Button>
      </Group>
    </Stack>
  );
}
