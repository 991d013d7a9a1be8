import { Button, Group, PasswordInput, Stack, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { changePassword } from '../../../../contract/security/change-password.ts';
import { fieldErrorsOf, isRefusal } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Section } from './section.tsx';

/** The password, and the way to another one. */
export function ChangePassword() {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <Section
      title="Password"
      description="Only a scrambled form of it is kept; nobody can read it."
      action={
        <Button variant="default" onClick={() => setOpened(true)}>
          Change the password
        </Button>
      }
    >
      <Sheet title="Change the password" opened={opened} onClose={close}>
        {opened ? <ChangePasswordForm onDone={close} /> : null}
      </Sheet>
    </Section>
  );
}

const empty = { password_current: '', password: '', end_others: true };

function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const form = useForm({ initialValues: empty });
  const action = useAction(changePassword, {
    refresh: ['security'],
    onSuccess: ({ message }) => {
      notifyDone(message);
      onDone();
    },
    onError: (error) =>
      form.setErrors(
        isRefusal(error, 'wrong_password')
          ? { password_current: error.message }
          : fieldErrorsOf(error),
      ),
  });
  const submit = form.onSubmit(({ end_others, ...body }) =>
    action.mutate({ body: { ...body, keep_other_sessions: !end_others } }),
  );
  const shown = isRefusal(action.error, 'wrong_password') ? null : action.error;
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={shown} fields={['password']} />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          required
          data-autofocus
          {...form.getInputProps('password_current')}
        />
        <PasswordInput
          label="New password"
          description="10 characters or more; a few words are good."
          autoComplete="new-password"
          minLength={10}
          required
          {...form.getInputProps('password')}
        />
        <Switch
          label="End my sessions on other devices"
          {...form.getInputProps('end_others', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Back
          </Button>
          <Button type="submit" loading={action.isPending}>
            Change it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
