import { Anchor, Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useSearch } from '@tanstack/react-router';
import { resetPassword } from '../../../../contract/identity/reset-password.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Surface } from '../../ui/surface.tsx';

/** Sets a new password with the link of the mail. */
export function ResetPasswordPage() {
  const { token } = useSearch({ strict: false });
  return (
    <Surface>
      <title>New password · Callboard</title>
      <Stack p="xl">
        <Title order={1}>Choose a new password</Title>
        {token ? (
          <ResetPasswordForm token={token} />
        ) : (
          <Text>This link is not complete. Open it from the mail, or ask for a new one.</Text>
        )}
        <Anchor component={Link} to="/forgot-password" size="sm">
          Ask for a new link
        </Anchor>
      </Stack>
    </Surface>
  );
}

function ResetPasswordForm({ token }: { token: string }) {
  const form = useForm({
    initialValues: { password: '', password_confirm: '' },
    validate: {
      password_confirm: (value, { password }) =>
        value === password ? null : 'This differs from the password above.',
    },
  });
  const action = useAction(resetPassword, {
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  if (action.isSuccess) {
    return (
      <Stack role="status">
        <Text>{action.data.message}</Text>
        <Button component={Link} to="/login" size="md">
          Log in
        </Button>
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ body: { ...body, token } }))}>
      <Stack>
        <FormProblem error={action.error} fields={['password', 'password_confirm']} />
        <PasswordInput
          label="New password"
          description="10 characters or more. All sessions end."
          autoComplete="new-password"
          minLength={10}
          required
          autoFocus
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label="Once more"
          autoComplete="new-password"
          required
          {...form.getInputProps('password_confirm')}
        />
        <Button type="submit" size="md" loading={action.isPending}>
          Set the password
        </Button>
      </Stack>
    </form>
  );
}
