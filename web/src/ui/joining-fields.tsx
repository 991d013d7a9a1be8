import { PasswordInput, type PasswordInputProps, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Form = { getInputProps(field: 'first_name' | 'last_name'): object };

/** First and last name of someone who joins. */
export function NameFields({ form }: { form: Form }) {
  const { t } = useTranslation('ui');
  return (
    <SimpleGrid cols={2}>
      <TextInput
        label={t('firstName')}
        required
        autoComplete="given-name"
        {...form.getInputProps('first_name')}
      />
      <TextInput
        label={t('lastName')}
        required
        autoComplete="family-name"
        {...form.getInputProps('last_name')}
      />
    </SimpleGrid>
  );
}

/** A password that is chosen for the first time. */
export function NewPasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('ui');
  return (
    <PasswordInput
      label={t('password')}
      description={t('newPasswordHint')}
      required
      minLength={10}
      autoComplete="new-password"
      {...props}
    />
  );
}
