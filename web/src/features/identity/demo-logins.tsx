import { Avatar, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readSetup } from '../../../../contract/identity/read-setup.ts';
import { queryOf } from '../../lib/query.ts';
import { showRole } from '../../lib/show-role.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './demo-logins.module.css';
import { useLogin } from './use-login.ts';

/** The people of the demo, each one tap away. Nothing where no demo is loaded. */
export function DemoLogins({ next }: { next?: string | undefined }) {
  const { t } = useTranslation('identity');
  const logins = useQuery(queryOf(readSetup, {})).data?.demo_logins ?? [];
  const action = useLogin(next);
  if (logins.length === 0) return null;
  return (
    <section aria-labelledby="demo-logins">
      <Stack gap="xs">
        <Title order={2} id="demo-logins" fz="sm" c="dimmed">
          {t('demoLookAroundAs')}
        </Title>
        <FormProblem error={action.error} />
        <Surface rows>
          {logins.map(({ name, role, email, password }) => (
            <UnstyledButton
              key={email}
              className={classes.row}
              disabled={action.isPending}
              onClick={() => action.mutate({ body: { email, password } })}
            >
              <Avatar name={name} color="cobalt" size="md" />
              <div className={classes.who}>
                <Text fw={550}>{name}</Text>
                <Text size="xs" c="dimmed" truncate>
                  {email}
                </Text>
              </div>
              <Group gap="xs" wrap="nowrap">
                <Pill>{showRole({ role, role_name: role })}</Pill>
                <IconArrowRight size={16} aria-hidden className="flips" />
              </Group>
            </UnstyledButton>
          ))}
        </Surface>
      </Stack>
    </section>
  );
}
