import { Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '../lib/live.ts';
import classes from './shell.module.css';

/** Says, discreetly, that what is shown may be old; nothing while all is well. */
export function LiveMark({ state }: { state: LiveState }) {
  const { t } = useTranslation('app');
  if (state !== 'reconnecting') return null;
  return (
    <Text className={classes.live} role="status" size="xs">
      <IconPlugConnectedX size={14} aria-hidden />
      {t('reconnecting')}
    </Text>
  );
}
