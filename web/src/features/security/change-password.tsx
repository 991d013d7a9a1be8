import { Button, Group, PasswordInput, Stack, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../../../contract/security/change-password.ts';
import { fieldErrorsOf, isRefusal, sentenceOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Section } from './section.tsx';

/** The password, and the way to another one. */
export function ChangePassword() {
  const { t } = useTranslation(['security', 'ui']);
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <Section
      title={t('ui:password')}
      description={t('onlyAScrambledForm')}
      action={
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('changeThePassword')}
        </Button>
      }
    >
      <Sheet title={t('changeThePassword')} opened={opened} onClose={close}>
        {opened ? <ChangePasswordForm onDone={close} /> : null}
      </Sheet>
    </Section>
  );
}

const empty = { password_current: '', password: '', end_others: true };

function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['security', 'ui']);
  const form = useForm({ initialValues: empty });
  const action = useAction(changePassword, {
    refresh: ['security'],
    onSuccess: () => {
      notifyDone(t('passwordSet'));
      onDone();
    },
    onError: (error) =>
      form.setErrors(
        isRefusal(error, 'wrong_password')
          ? { password_current: sentenceOf(error) }
          : fieldErrorsOf(error),
      ),
  });
  const submit = form.onSubmit(({ end_others, ...body }) =>
    action.mutate({ body: { ...body, keep_other_sessions: !end_others } }),
  );
  const shown = isRefusal(action.error, 'wrong_password') ? null : action.error;
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormProblem error={shown} fields={['password']} />
        <PasswordInput
          label={t('currentPassword')}
          autoComplete="current-password"
          required
          data-autofocus
          {...form.getInputProps('password_current')}
        />
        <PasswordInput
          label={t('newPassword')}
          description={t('newPasswordHint')}
          autoComplete="new-password"
          minLength={10}
          required
          {...form.getInputProps('password')}
        />
        <Switch
          label={t('endMySessionsOn')}
          {...form.getInputProps('end_others', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('changeIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
