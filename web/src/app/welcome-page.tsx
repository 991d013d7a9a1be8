import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readSetup } from '../../../contract/identity/read-setup.ts';
import { LoadDemo } from '../features/demo/load-demo.tsx';
import { DemoLogins } from '../features/identity/demo-logins.tsx';
import { RegisterForm } from '../features/identity/register-form.tsx';
import { queryOf } from '../lib/query.ts';
import { QueryView } from '../ui/query-view.tsx';
import { Surface } from '../ui/surface.tsx';

/** The first page of a fresh install: your own organisation, or the demo. */
export function WelcomePage() {
  const setup = useQuery(queryOf(readSetup, {}));
  return (
    <>
      <title>Welcome · Callboard</title>
      <QueryView query={setup}>
        {({ empty, needs_setup_token }) =>
          empty ? <Begin needsSetupToken={needs_setup_token} /> : <Ready />
        }
      </QueryView>
    </>
  );
}

function Begin({ needsSetupToken }: { needsSetupToken: boolean }) {
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>Welcome to your board</Title>
        <Text c="dimmed" mt={4}>
          Nobody is here yet. You will be the owner of what you make.
        </Text>
      </div>
      <Surface>
        <Group p="md" justify="space-between" wrap="nowrap">
          <Text size="sm">
            <strong>Only looking?</strong> The demo is a care team with a month of shifts, requests
            waiting and gaps to fill.
          </Text>
          <LoadDemo />
        </Group>
      </Surface>
      <Surface>
        <Stack p="xl">
          <RegisterForm way="found" needsSetupToken={needsSetupToken} />
        </Stack>
      </Surface>
    </Stack>
  );
}

function Ready() {
  return (
    <Stack gap="lg" role="status">
      <div>
        <Title order={1}>The board is up</Title>
        <Text c="dimmed" mt={4}>
          Pick someone to look around as, or{' '}
          <Anchor component={Link} to="/login" inherit underline="always">
            log in
          </Anchor>
          .
        </Text>
      </div>
      <DemoLogins />
    </Stack>
  );
}
