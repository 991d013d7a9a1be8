import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconMail } from '@tabler/icons-react';
import { changeEmail } from '../../../../contract/identity/change-email.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Asks for another e-mail address; it counts once it is confirmed from there. */
export function ChangeEmail() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconMail size={16} />} onClick={open}>
        Change my e-mail
      </Button>
      <Sheet title="Change my e-mail" opened={opened} onClose={close}>
        <ChangeEmailForm onDone={close} />
      </Sheet>
    </>
  );
}

function ChangeEmailForm({ onDone }: { onDone: () => void }) {
  const form = useForm({ initialValues: { email: '', password: '' } });
  const action = useAction(changeEmail, {
    onSuccess: ({ message }) => {
      notifyDone(message);
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ body }))}>
      <Stack>
        <FormProblem error={action.error} fields={['email', 'password']} />
        <TextInput
          label="New e-mail"
          type="email"
          required
          data-autofocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="My password"
          required
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Text size="sm" c="dimmed">
          A link goes to the new address. Until you open it nothing changes; then the old address is
          told.
        </Text>
        <Button type="submit" size="md" loading={action.isPending}>
          Send the link
        </Button>
      </Stack>
    </form>
  );
}
