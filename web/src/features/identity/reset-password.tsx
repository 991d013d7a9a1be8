import { Anchor, Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { resetPassword } from '../../../../contract/identity/reset-password.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Surface } from '../../ui/surface.tsx';

/** Sets a new password with the link of the mail. */
export function ResetPasswordPage() {
  const { t } = useTranslation('identity');
  const { token } = useSearch({ strict: false });
  return (
    <Surface>
      <title>{`${t('newPassword')} · Callboard`}</title>
      <Stack p="xl">
        <Title order={1}>{t('chooseANewPassword')}</Title>
        {token ? <ResetPasswordForm token={token} /> : <Text>{t('incompleteResetLink')}</Text>}
        <Anchor component={Link} to="/forgot-password" size="sm">
          {t('askForANew')}
        </Anchor>
      </Stack>
    </Surface>
  );
}

function ResetPasswordForm({ token }: { token: string }) {
  const { t } = useTranslation(['identity', 'ui']);
  const form = useForm({
    initialValues: { password: '', password_confirm: '' },
    validate: {
      password_confirm: (value, { password }) => (value === password ? null : t('passwordsDiffer')),
    },
  });
  const action = useAction(resetPassword, {
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  if (action.isSuccess) {
    return (
      <Stack role="status">
        <Text>{t('passwordSet')}</Text>
        <Button component={Link} to="/login" size="md">
          {t('ui:logIn')}
        </Button>
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ body: { ...body, token } }))}>
      <Stack>
        <FormProblem error={action.error} fields={['password', 'password_confirm']} />
        <PasswordInput
          label={t('newPassword')}
          description={t('newPasswordHint')}
          autoComplete="new-password"
          minLength={10}
          required
          autoFocus
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label={t('onceMore')}
          autoComplete="new-password"
          required
          {...form.getInputProps('password_confirm')}
        />
        <Button type="submit" size="md" loading={action.isPending}>
          {t('setThePassword')}
        </Button>
      </Stack>
    </form>
  );
}
