import { Anchor, Button, Group, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf, isRefusal } from '../../lib/problem.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Surface } from '../../ui/surface.tsx';
import { DemoLogins } from './demo-logins.tsx';
import { LoginWithCode } from './login-with-code.tsx';
import { useLogin } from './use-login.ts';

/** Log-in with e-mail and password. */
export function LoginPage() {
  const { t } = useTranslation(['identity', 'ui']);
  const { next } = useSearch({ strict: false });
  const [challenge, setChallenge] = useState<string | null>(null);
  if (challenge !== null) {
    return (
      <Surface>
        <title>{`${t('logInTitle')} · Callboard`}</title>
        <Stack p="xl">
          <LoginWithCode challenge={challenge} next={next} onBack={() => setChallenge(null)} />
        </Stack>
      </Surface>
    );
  }
  return (
    <Stack>
      <title>{`${t('logInTitle')} · Callboard`}</title>
      <Surface>
        <Stack p="xl">
          <Title order={1}>{t('ui:logIn')}</Title>
          <LoginForm next={next} onChallenge={setChallenge} />
          <Group justify="space-between">
            <Anchor component={Link} to="/forgot-password" size="sm">
              {t('forgotYourPassword')}
            </Anchor>
            <Anchor component={Link} to="/register" size="sm">
              {t('makeAnAccount')}
            </Anchor>
          </Group>
        </Stack>
      </Surface>
      <DemoLogins next={next} />
    </Stack>
  );
}

type LoginFormProps = { next: string | undefined; onChallenge: (challenge: string) => void };

function LoginForm({ next, onChallenge }: LoginFormProps) {
  const { t } = useTranslation('ui');
  const action = useLogin(next);
  const form = useForm({ initialValues: { email: '', password: '' } });
  const submit = form.onSubmit((body) =>
    action.mutate(
      { body },
      {
        onError: (error) => {
          if (isRefusal(error, 'second_factor_needed')) onChallenge(String(error.facts.challenge));
          else form.setErrors(fieldErrorsOf(error));
        },
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={action.error} fields={['email', 'password']} />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={action.isPending}>
          {t('logIn')}
        </Button>
      </Stack>
    </form>
  );
}
