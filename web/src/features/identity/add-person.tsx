import {
  Button,
  Group,
  NumberInput,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconMailExclamation, IconUserPlus } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { addPerson } from '../../../../contract/identity/add-person.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { useRoles } from '../../lib/use-roles.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ResendVerificationButton } from './resend-verification.tsx';

const empty = {
  first_name: '',
  last_name: '',
  email: '',
  role: 'member',
  weekly_hours_limit: 40,
  password: '',
};

/** Adds a person to the directory. */
export function AddPerson() {
  const { t } = useTranslation('identity');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} />} onClick={open}>
        {t('addAPerson')}
      </Button>
      <Sheet title={t('addAPerson')} opened={opened} onClose={close}>
        <AddPersonForm onDone={close} />
      </Sheet>
    </>
  );
}

function AddPersonForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['identity', 'ui']);
  const me = useMe();
  const mayInvite = me.is_email_verified;
  const { given } = useRoles();
  const form = useForm({ initialValues: empty });
  const action = useAction(addPerson, {
    onSuccess: (person) => {
      notifyDone(t('isAdded', { full_name: person.full_name }));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(({ password, ...body }) =>
    action.mutate({ body: password ? { ...body, password } : body }),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        {mayInvite ? null : <VerifyFirst />}
        <FormProblem error={action.error} fields={Object.keys(empty)} />
        <SimpleGrid cols={2}>
          <TextInput
            label={t('ui:firstName')}
            required
            data-autofocus
            {...form.getInputProps('first_name')}
          />
          <TextInput label={t('ui:lastName')} required {...form.getInputProps('last_name')} />
        </SimpleGrid>
        <TextInput label={t('ui:email')} type="email" required {...form.getInputProps('email')} />
        <SimpleGrid cols={2}>
          <Select
            label={t('ui:role')}
            allowDeselect={false}
            data={given}
            {...form.getInputProps('role')}
          />
          <NumberInput
            label={t('hoursAWeekAtMost')}
            min={1}
            max={168}
            allowDecimal={false}
            {...form.getInputProps('weekly_hours_limit')}
          />
        </SimpleGrid>
        <PasswordInput
          label={mayInvite ? t('passwordOptional') : t('ui:password')}
          description={mayInvite ? t('passwordOptionalHint') : t('passwordHint')}
          required={!mayInvite}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={action.isPending}>
          {t('ui:add')}
        </Button>
      </Stack>
    </form>
  );
}

/** Said before the form is filled in: an invitation is mail in the name of whoever adds. */
function VerifyFirst() {
  const { t } = useTranslation('identity');
  const { email } = useMe();
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start" role="note">
      <IconMailExclamation size={18} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm" flex={1} style={{ overflowWrap: 'anywhere' }}>
        <Trans
          t={t}
          i18nKey="verifyBeforeInviting"
          values={{ email }}
          components={{ strong: <strong /> }}
        />
      </Text>
      <ResendVerificationButton />
    </Group>
  );
}
