import { Button, Stack, Text, Title } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { confirmEmail } from '../../../../contract/identity/confirm-email.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Surface } from '../../ui/surface.tsx';

/** Confirms a new address with the link of its mail; by a click, since mail scanners open links. */
export function ConfirmEmailPage() {
  const { token } = useSearch({ strict: false });
  const action = useAction(confirmEmail);
  return (
    <Surface>
      <title>New e-mail address · Callboard</title>
      <Stack p="xl">
        <Title order={1}>Your new address</Title>
        <FormProblem error={action.error} />
        {action.isSuccess ? (
          <Stack role="status">
            <Text>{action.data.message}</Text>
            <Button component={Link} to="/calendar" size="md">
              Go to the calendar
            </Button>
          </Stack>
        ) : (
          <>
            <Text c="dimmed">
              {token
                ? 'One click, and you log in with it from now on.'
                : 'This link is not complete. Open it from the mail.'}
            </Text>
            <Button
              size="md"
              disabled={!token}
              loading={action.isPending}
              onClick={() => token && action.mutate({ body: { token } })}
            >
              This is my address
            </Button>
          </>
        )}
      </Stack>
    </Surface>
  );
}
