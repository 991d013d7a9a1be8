import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditionPlayer } from './audition-player.tsx';
import classes from './auditions.module.css';
import { FieldGroup } from './field-group.tsx';
import { Recorder } from './recorder.tsx';

/** An audition that waits to be sent; `id` tells two of the same name apart. */
export type Audition = { id: number; file: File };

/** What the server takes: so many, each so large. */
export const auditionsMax = 3;
const bytesMax = 10 * 1024 * 1024;

type AuditionsFieldProps = {
  auditions: readonly Audition[];
  onChange: (auditions: readonly Audition[]) => void;
  error: string | undefined;
};

let next = 1;

/** Up to three auditions, recorded here or chosen from the device; each can be heard and taken out. */
export function AuditionsField({ auditions, onChange, error }: AuditionsFieldProps) {
  const { t } = useTranslation('registrations');
  const [left, setLeft] = useState<string>();
  const add = (files: readonly File[]) => {
    const fitting = files.filter(({ size }) => size <= bytesMax);
    const room = auditionsMax - auditions.length;
    const added = fitting.slice(0, room).map((file) => ({ id: next++, file }));
    onChange([...auditions, ...added]);
    const tooLarge = files.find(({ size }) => size > bytesMax);
    if (tooLarge) setLeft(t('auditionTooLarge', { name: tooLarge.name }));
    else setLeft(fitting.length > room ? t('auditionsTooMany') : undefined);
  };
  return (
    <FieldGroup legend={t('auditionsLabel')} hint={t('auditionsHint')} error={left ?? error}>
      <Stack gap="sm">
        {auditions.map(({ id, file }, index) => (
          <div key={id} className={classes.audition}>
            <Group gap="xs" wrap="nowrap">
              <Text size="sm" className={classes.name}>
                {nameOf(file, t('auditionRecording', { number: index + 1 }))}
              </Text>
              <ActionIcon
                aria-label={t('auditionRemove', { number: index + 1 })}
                onClick={() => onChange(auditions.filter((one) => one.id !== id))}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Group>
            <AuditionPlayer source={file} label={t('auditionListen', { number: index + 1 })} />
          </div>
        ))}
        {auditions.length < auditionsMax ? (
          <>
            <Recorder onRecorded={(file) => add([file])} />
            <FileButton multiple accept="audio/*" onChange={add}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  size="md"
                  leftSection={<IconUpload size={18} />}
                >
                  {t('auditionChoose')}
                </Button>
              )}
            </FileButton>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('auditionsFull')}
          </Text>
        )}
      </Stack>
    </FieldGroup>
  );
}

const nameOf = (file: File, recording: string) =>
  file.name.startsWith('recording.') ? recording : file.name;
