import { Button, Stack, Text, Title } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { verifyEmail } from '../../../../contract/identity/verify-email.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Surface } from '../../ui/surface.tsx';

/**
 * Confirms an address with the link of the mail. By a click, not at load: mail scanners open
 * links, and the token is good once.
 */
export function VerifyEmailPage() {
  const { token } = useSearch({ strict: false });
  const action = useAction(verifyEmail);
  return (
    <Surface>
      <title>Verify e-mail · Callboard</title>
      <Stack p="xl">
        <Title order={1}>Verify your e-mail</Title>
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
                ? 'One click, and messages can go out in your name.'
                : 'This link is not complete. Open it from the mail, or have it sent again.'}
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
