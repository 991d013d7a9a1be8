import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../../../../contract/files/stored-file.ts';
import { AuditionPlayer } from './audition-player.tsx';
import classes from './auditions.module.css';

/** The recordings that came along, to be heard here; one that can't be played says why. */
export function HeardAuditions({ auditions }: { auditions: readonly StoredFile[] }) {
  const { t } = useTranslation('registrations');
  return (
    <section className={classes.heard}>
      <Title order={3}>{t('auditionsLabel')}</Title>
      {auditions.length === 0 ? <Text c="dimmed">{t('noAuditions')}</Text> : null}
      {auditions.map((file, index) => (
        <div key={file.id} className={classes.audition}>
          <Text size="sm" className={classes.name ?? ''}>
            {file.file_name}
          </Text>
          {file.url ? (
            <AuditionPlayer source={file.url} label={t('auditionListen', { number: index + 1 })} />
          ) : (
            <Text size="sm" c="dimmed">
              {file.state === 'ready' ? '' : t(`file_${file.state}`)}
            </Text>
          )}
        </div>
      ))}
    </section>
  );
}
