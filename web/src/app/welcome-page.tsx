import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { readSetup } from '../../../contract/identity/read-setup.ts';
import { LoadDemo } from '../features/demo/load-demo.tsx';
import { DemoLogins } from '../features/identity/demo-logins.tsx';
import { RegisterForm } from '../features/identity/register-form.tsx';
import { queryOf } from '../lib/query.ts';
import { QueryView } from '../ui/query-view.tsx';
import { Surface } from '../ui/surface.tsx';

/** The first page of a fresh install: your own organisation, or the demo. */
export function WelcomePage() {
  const { t } = useTranslation('app');
  const setup = useQuery(queryOf(readSetup, {}));
  return (
    <>
      <title>{`${t('welcome')} · Callboard`}</title>
      <QueryView query={setup}>
        {({ empty, needs_setup_token }) =>
          empty ? <Begin needsSetupToken={needs_setup_token} /> : <Ready />
        }
      </QueryView>
    </>
  );
}

function Begin({ needsSetupToken }: { needsSetupToken: boolean }) {
  const { t } = useTranslation('app');
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('welcomeToBoard')}</Title>
        <Text c="dimmed" mt={4}>
          {t('nobodyYet')}
        </Text>
      </div>
      <Surface>
        <Group p="md" justify="space-between" wrap="nowrap">
          <Text size="sm">
            <Trans t={t} i18nKey="onlyLooking" components={{ strong: <strong /> }} />
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
  const { t } = useTranslation('app');
  return (
    <Stack gap="lg" role="status">
      <div>
        <Title order={1}>{t('boardIsUp')}</Title>
        <Text c="dimmed" mt={4}>
          <Trans
            t={t}
            i18nKey="pickSomeone"
            components={{
              login: <Anchor component={Link} to="/login" inherit underline="always" />,
            }}
          />
        </Text>
      </div>
      <DemoLogins />
    </Stack>
  );
}
