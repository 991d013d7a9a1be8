import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requestPasswordReset } from '../../../../contract/identity/request-password-reset.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Surface } from '../../ui/surface.tsx';
import { MailboxHint } from './mailbox-hint.tsx';

/** Asks for a reset link; says the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation(['identity', 'ui']);
  const form = useForm({ initialValues: { email: '' } });
  const action = useAction(requestPasswordReset, {
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <Surface>
      <title>{`${t('forgotPassword')} · Callboard`}</title>
      <Stack p="xl">
        <Title order={1}>{t('forgotYourPassword')}</Title>
        {action.isSuccess ? (
          <div role="status">
            <Text>{t('resetOnItsWay')}</Text>
            <MailboxHint />
          </div>
        ) : (
          <form onSubmit={form.onSubmit((body) => action.mutate({ body }))}>
            <Stack>
              <Text c="dimmed">{t('forgotHint')}</Text>
              <FormProblem error={action.error} fields={['email']} />
              <TextInput
                label={t('ui:email')}
                type="email"
                autoComplete="username"
                required
                autoFocus
                {...form.getInputProps('email')}
              />
              <Button type="submit" size="md" loading={action.isPending}>
                {t('sendTheLink')}
              </Button>
            </Stack>
          </form>
        )}
        <Anchor component={Link} to="/login" size="sm">
          {t('backToLogIn')}
        </Anchor>
      </Stack>
    </Surface>
  );
}
