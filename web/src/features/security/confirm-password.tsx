import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { confirmPassword } from '../../../../contract/security/confirm-password.ts';
import { isRefusal } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CodeField } from './code-field.tsx';

/** Asks for the password again, and for a code where there is a second factor. */
export function ConfirmPassword({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation(['security', 'ui']);
  const form = useForm({ initialValues: { password: '', code: '' } });
  const action = useAction(confirmPassword, { refresh: [], onSuccess: onDone });
  const asksCode = isRefusal(action.error, 'code_needed');
  const withCode = asksCode || form.values.code !== '';
  return (
    <Sheet title={t('isItYou')} opened onClose={onClose}>
      <form
        onSubmit={form.onSubmit(({ password, code }) =>
          action.mutate({ body: code ? { password, code } : { password } }),
        )}
      >
        <Stack>
          <Text>{t('isItYouHint')}</Text>
          <FormProblem error={asksCode ? null : action.error} />
          <PasswordInput
            label={t('yourPassword')}
            autoComplete="current-password"
            required
            data-autofocus
            {...form.getInputProps('password')}
          />
          {withCode ? <CodeField {...form.getInputProps('code')} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:back')}
            </Button>
            <Button type="submit" loading={action.isPending}>
              {t('goOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
