import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readSetup } from '../../../../contract/identity/read-setup.ts';
import { foundOrganisation } from '../../../../contract/organisations/found-organisation.ts';
import { switchOrganisation } from '../../lib/chosen-organisation.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TimeZoneField } from '../../ui/time-zone-field.tsx';

/** Makes a further organisation, where that is open to people, and goes there. */
export function FoundOrganisation() {
  const { t } = useTranslation('organisations');
  const [opened, { open, close }] = useDisclosure();
  const setup = useQuery(queryOf(readSetup, {}));
  if (!setup.data?.signup_open) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} />} onClick={open}>
        {t('makeAnOrganisation')}
      </Button>
      <Sheet title={t('makeAnOrganisation')} opened={opened} onClose={close}>
        <FoundForm onBack={close} />
      </Sheet>
    </>
  );
}

function FoundForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['organisations', 'ui']);
  const { time_zone } = useMe().organisation;
  const form = useForm({ initialValues: { organisation_name: '', time_zone } });
  const action = useAction(foundOrganisation, {
    refresh: [],
    onSuccess: ({ id }) => switchOrganisation(id),
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ body }))}>
      <Stack>
        <FormProblem error={action.error} fields={['organisation_name', 'time_zone']} />
        <TextInput
          label={t('ui:name')}
          description={t('youWillBeIts')}
          required
          data-autofocus
          maxLength={100}
          {...form.getInputProps('organisation_name')}
        />
        <TimeZoneField {...form.getInputProps('time_zone')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t('ui:back')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('ui:makeIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
