import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { requestPasswordReset } from '../../../../contract/identity/request-password-reset.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Surface } from '../../ui/surface.tsx';
import { MailboxHint } from './mailbox-hint.tsx';

/** Asks for a reset link; says the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const form = useForm({ initialValues: { email: '' } });
  const action = useAction(requestPasswordReset, {
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <Surface>
      <title>Forgot password · Callboard</title>
      <Stack p="xl">
        <Title order={1}>Forgot your password?</Title>
        {action.isSuccess ? (
          <div role="status">
            <Text>{action.data.message}</Text>
            <MailboxHint />
          </div>
        ) : (
          <form onSubmit={form.onSubmit((body) => action.mutate({ body }))}>
            <Stack>
              <Text c="dimmed">We send a link with which you choose a new one.</Text>
              <FormProblem error={action.error} fields={['email']} />
              <TextInput
                label="E-mail"
                type="email"
                autoComplete="username"
                required
                autoFocus
                {...form.getInputProps('email')}
              />
              <Button type="submit" size="md" loading={action.isPending}>
                Send the link
              </Button>
            </Stack>
          </form>
        )}
        <Anchor component={Link} to="/login" size="sm">
          Back to log-in
        </Anchor>
      </Stack>
    </Surface>
  );
}
