import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconMailPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { invitePerson } from '../../../../contract/people/invite-person.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { useRoles } from '../../lib/use-roles.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

const empty = { email: '', full_name: '', role: 'member' };

/** Invites someone by e-mail. */
export function InvitePerson() {
  const { t } = useTranslation('people');
  const [opened, { open, close }] = useDisclosure();
  const verified = useMe().is_email_verified;
  return (
    <>
      <Button leftSection={<IconMailPlus size={16} />} onClick={open} disabled={!verified}>
        {t('inviteSomeone')}
      </Button>
      <Sheet title={t('inviteSomeone')} opened={opened} onClose={close}>
        <InviteForm onDone={close} />
      </Sheet>
    </>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['people', 'ui']);
  const { given } = useRoles();
  const form = useForm({ initialValues: empty });
  const action = useAction(invitePerson, {
    refresh: ['people', 'identity', 'journal'],
    onSuccess: ({ email }) => {
      notifyDone(t('anInvitationIsOn', { email }));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(({ full_name, ...body }) =>
    action.mutate({ body: full_name.trim() ? { ...body, full_name } : body }),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={action.error} fields={Object.keys(empty)} />
        <TextInput
          label={t('ui:email')}
          type="email"
          required
          data-autofocus
          {...form.getInputProps('email')}
        />
        <TextInput label={t('nameOptional')} {...form.getInputProps('full_name')} />
        <Select
          label={t('ui:role')}
          allowDeselect={false}
          data={given}
          {...form.getInputProps('role')}
        />
        <Text size="sm" c="dimmed">
          {t('inviteHint')}
        </Text>
        <Button type="submit" size="md" loading={action.isPending}>
          {t('sendTheInvitation')}
        </Button>
      </Stack>
    </form>
  );
}
