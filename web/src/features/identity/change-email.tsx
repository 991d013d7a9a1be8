import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeEmail } from '../../../../contract/identity/change-email.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Asks for another e-mail address; it counts once it is confirmed from there. */
export function ChangeEmail() {
  const { t } = useTranslation('identity');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconMail size={16} />} onClick={open}>
        {t('changeMyEMail')}
      </Button>
      <Sheet title={t('changeMyEMail')} opened={opened} onClose={close}>
        <ChangeEmailForm onDone={close} />
      </Sheet>
    </>
  );
}

function ChangeEmailForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('identity');
  const form = useForm({ initialValues: { email: '', password: '' } });
  const action = useAction(changeEmail, {
    onSuccess: ({ sent }, { body }) => {
      notifyDone(sent ? t('changeOnItsWay', { email: body.email ?? '' }) : t('changeJustSent'));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ body }))}>
      <Stack>
        <FormProblem error={action.error} fields={['email', 'password']} />
        <TextInput
          label={t('newEMail')}
          type="email"
          required
          data-autofocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('myPassword')}
          required
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Text size="sm" c="dimmed">
          {t('changeEmailHint')}
        </Text>
        <Button type="submit" size="md" loading={action.isPending}>
          {t('sendTheLink')}
        </Button>
      </Stack>
    </form>
  );
}
