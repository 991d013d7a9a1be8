import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editRegistration } from '../../../../contract/registrations/edit-registration.ts';
import type { Registration } from '../../../../contract/registrations/registration.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { PersonField } from './person-field.tsx';

type LinkRegistrationProps = { registration: Registration; onDone: () => void };

/** Says who of the directory a sign-up belongs to. */
export function LinkRegistration({ registration, onDone }: LinkRegistrationProps) {
  const { t } = useTranslation(['registrations', 'ui']);
  const [person, setPerson] = useState(registration.person);
  const action = useAction(editRegistration, {
    version: () => registration.version,
    onSuccess: ({ person_name }) => {
      notifyDone(t('linked', { name: person_name ?? '' }));
      onDone();
    },
  });
  return (
    <Stack>
      <PersonField label={t('whoTheyAre')} value={person} onChange={setPerson} />
      <FormProblem error={action.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('ui:back')}
        </Button>
        <Button
          disabled={!person || person === registration.person}
          loading={action.isPending}
          onClick={() =>
            person && action.mutate({ params: { id: registration.id }, body: { person } })
          }
        >
          {t('link')}
        </Button>
      </Group>
    </Stack>
  );
}
