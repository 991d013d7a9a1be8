import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { register } from '../../../../contract/identity/register.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryClient } from '../../lib/query.ts';
import { startSession } from '../../lib/session.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { NameFields, NewPasswordField } from '../../ui/joining-fields.tsx';
import { TimeZoneField } from '../../ui/time-zone-field.tsx';

const empty = {
  organisation_name: '',
  time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  join_code: '',
  setup_token: '',
  first_name: '',
  last_name: '',
  email: '',
  password: '',
};

type RegisterFormProps = {
  way: 'join' | 'found';
  code?: string | undefined;
  needsSetupToken?: boolean;
};

/** The form for a new account: `found` makes an organisation, `join` joins one. */
export function RegisterForm({ way, code = '', needsSetupToken = false }: RegisterFormProps) {
  const { t } = useTranslation(['identity', 'ui']);
  const router = useRouter();
  const form = useForm({ initialValues: { ...empty, join_code: code } });
  const action = useAction(register, {
    refresh: [],
    onSuccess: async ({ tokens }) => {
      queryClient.clear();
      startSession(tokens.access);
      await router.navigate({ to: '/calendar' });
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  const submit = form.onSubmit(
    ({ organisation_name, time_zone, join_code, setup_token, ...person }) =>
      action.mutate({
        body: {
          ...person,
          ...(way === 'found' ? { organisation_name, time_zone } : { join_code }),
          ...(needsSetupToken ? { setup_token } : {}),
        },
      }),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={action.error} fields={Object.keys(empty)} />
        {way === 'found' ? (
          <>
            <TextInput
              label={t('organisation')}
              placeholder={t('riversideCare')}
              required
              autoComplete="organization"
              {...form.getInputProps('organisation_name')}
            />
            <TimeZoneField {...form.getInputProps('time_zone')} />
          </>
        ) : (
          <TextInput
            label={t('joinCode')}
            description={t('joinCodeHint')}
            required
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('join_code')}
          />
        )}
        {needsSetupToken ? (
          <TextInput
            label={t('setUpToken')}
            description={t('setUpTokenHint')}
            required
            {...form.getInputProps('setup_token')}
          />
        ) : null}
        <NameFields form={form} />
        <TextInput
          label={t('ui:email')}
          type="email"
          required
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <NewPasswordField {...form.getInputProps('password')} />
        <Button type="submit" size="md" loading={action.isPending}>
          {way === 'found' ? t('makeTheOrganisation') : t('join')}
        </Button>
      </Stack>
    </form>
  );
}
