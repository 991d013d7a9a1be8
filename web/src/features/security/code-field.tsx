import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A code of the authenticator app, or a recovery code; telephones offer to fill it in. */
export function CodeField(props: TextInputProps) {
  const { t } = useTranslation(['security', 'ui']);
  return (
    <TextInput
      label={t('ui:code')}
      description={t('codeHint')}
      autoComplete="one-time-code"
      inputMode="text"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={20}
      required
      {...props}
    />
  );
}
