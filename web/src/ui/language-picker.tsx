import { NativeSelect } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { pickLanguage } from '../lib/i18n.ts';
import { languageNames, languageOf, languages } from '../lib/language.ts';

/** The language of the pages, before anyone is logged in; it changes at once. */
export function LanguagePicker() {
  const { t, i18n } = useTranslation('ui');
  return (
    <NativeSelect
      aria-label={t('language')}
      leftSection={<IconLanguage size={18} aria-hidden />}
      data={languages.map((value) => ({ value, label: languageNames[value] }))}
      value={i18n.language}
      onChange={({ currentTarget }) => void pickLanguage(languageOf(currentTarget.value) ?? 'en')}
    />
  );
}
