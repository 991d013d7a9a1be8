import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Shown while the session is restored, only when that takes long enough to be noticed. */
export function LoadingPage() {
  const { t } = useTranslation('ui');
  return (
    <Center mih="60dvh" role="status" aria-label={t('loading')}>
      <Loader type="dots" />
    </Center>
  );
}
