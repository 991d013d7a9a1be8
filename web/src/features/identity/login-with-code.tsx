import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { loginWithCode } from '../../../../contract/identity/login-with-code.ts';
import { isRefusal } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { useEnter } from './use-login.ts';

type LoginWithCodeProps = {
  challenge: string;
  next: string | undefined;
  /** Back to the password: it has to be given again, or another account is meant. */
  onBack: () => void;
};

/** The second half of a log-in: the code of the authenticator app, or a recovery code. */
export function LoginWithCode({ challenge, next, onBack }: LoginWithCodeProps) {
  const { t } = useTranslation(['identity', 'ui']);
  const form = useForm({ initialValues: { code: '' } });
  const enter = useEnter(next);
  const action = useAction(loginWithCode, { refresh: [], onSuccess: enter });
  const ended = isRefusal(action.error, 'challenge_ended');
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ body: { ...body, challenge } }))}>
      <Stack>
        <Title order={1}>{t('oneMoreStep')}</Title>
        <Text>{t('openAuthenticator')}</Text>
        <FormProblem error={action.error} />
        <TextInput
          label={t('ui:code')}
          description={t('recoveryHint')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          required
          autoFocus
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="md" loading={action.isPending} disabled={ended}>
          {t('ui:logIn')}
        </Button>
        <Anchor component="button" type="button" size="sm" ta="start" onClick={onBack}>
          {t('backToThePassword')}
        </Anchor>
      </Stack>
    </form>
  );
}
