import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { activatePerson } from '../../../../contract/people/activate-person.ts';
import { deactivatePerson } from '../../../../contract/people/deactivate-person.ts';
import type { PersonDetails } from '../../../../contract/people/person-details.ts';
import { sendPasswordReset } from '../../../../contract/people/send-password-reset.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

const refresh = ['people', 'identity', 'journal', 'assistant'];

/** Lets someone in or not: a new password, shut out, let in again. */
export function LetPerson({ person }: { person: PersonDetails }) {
  const { can } = person;
  return (
    <>
      {can.send_password_reset ? <SendPasswordReset person={person} /> : null}
      {can.deactivate ? <Deactivate person={person} /> : null}
      {can.activate ? <Activate person={person} /> : null}
    </>
  );
}

function SendPasswordReset({ person }: { person: PersonDetails }) {
  const { t } = useTranslation('people');
  const action = useAction(sendPasswordReset, {
    refresh: ['journal', 'inbox'],
    onSuccess: ({ sent }) =>
      notifyDone(t(sent ? 'linkOnItsWay' : 'linkJustSent', { name: person.full_name })),
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconKey size={16} />}
      loading={action.isPending}
      onClick={() => action.mutate({ params: { id: person.id }, body: {} })}
    >
      {t('sendAPasswordLink')}
    </Button>
  );
}

function Activate({ person }: { person: PersonDetails }) {
  const { t } = useTranslation('people');
  const action = useAction(activatePerson, {
    refresh,
    onSuccess: () => notifyDone(t('canLogInAgain', { full_name: person.full_name })),
    onError: notifyProblem,
  });
  return (
    <Button
      leftSection={<IconLockOpen size={16} />}
      loading={action.isPending}
      onClick={() => action.mutate({ params: { id: person.id }, body: {} })}
    >
      {t('letInAgain')}
    </Button>
  );
}

function Deactivate({ person }: { person: PersonDetails }) {
  const { t } = useTranslation(['people', 'ui']);
  const [opened, { open, close }] = useDisclosure();
  const action = useAction(deactivatePerson, {
    refresh,
    onSuccess: () => {
      notifyDone(t('isShutOut', { full_name: person.full_name }));
      close();
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconLock size={16} />} onClick={open}>
        {t('deactivate')}
      </Button>
      <Sheet
        title={t('deactivateQuestion', { full_name: person.full_name })}
        opened={opened}
        onClose={close}
      >
        <Stack>
          <FormProblem error={action.error} />
          <Text>{t('deactivateHint')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:back')}
            </Button>
            <Button
              color="red"
              loading={action.isPending}
              onClick={() => action.mutate({ params: { id: person.id }, body: {} })}
            >
              {t('deactivate')}
            </Button>
          </Group>
        </Stack>
      </Sheet>
    </>
  );
}
