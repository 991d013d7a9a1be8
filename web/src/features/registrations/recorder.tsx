import { Button, Text } from '@mantine/core';
import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announce.tsx';
import classes from './auditions.module.css';
import { type RecorderState, recordingSecondsMax, useRecorder } from './use-recorder.ts';

const whyNot = {
  refused: 'recorderRefused',
  missing: 'recorderMissing',
  unsupported: 'recorderUnsupported',
  failed: 'recorderFailed',
} as const;

/** Records an audition through the microphone, or says why this browser can't. */
export function Recorder({ onRecorded }: { onRecorded: (file: File) => void }) {
  const { t } = useTranslation('registrations');
  const [timeWasUp, setTimeWasUp] = useState(false);
  const { state, start, stop, cancel } = useRecorder((file, timeIsUp) => {
    setTimeWasUp(timeIsUp);
    announce(t('recorderRecorded'));
    onRecorded(file);
  });
  if (state.is === 'recording') {
    return <Recording state={state} onStop={stop} onCancel={cancel} />;
  }
  return (
    <>
      {state.is === 'unsupported' ? null : (
        <Button
          size="md"
          variant="default"
          leftSection={<IconMicrophone size={18} />}
          loading={state.is === 'asking'}
          onClick={start}
        >
          {state.is === 'idle' ? t('recorderStart') : t('recorderAgain')}
        </Button>
      )}
      {state.is === 'idle' || state.is === 'asking' ? null : (
        <Text size="sm" role="alert" c={state.is === 'unsupported' ? 'dimmed' : 'var(--cb-open)'}>
          {t(whyNot[state.is])}
        </Text>
      )}
      {timeWasUp && state.is === 'idle' ? (
        <Text size="sm" role="status">
          {t('recorderTimeIsUp', { count: recordingSecondsMax / 60 })}
        </Text>
      ) : null}
    </>
  );
}

type RecordingProps = {
  state: RecorderState & { is: 'recording' };
  onStop: () => void;
  onCancel: () => void;
};

function Recording({ state: { seconds, level }, onStop, onCancel }: RecordingProps) {
  const { t } = useTranslation('registrations');
  const stop = useRef<HTMLButtonElement>(null);
  // The button that began it is gone, and the focus with it.
  useEffect(() => stop.current?.focus(), []);
  return (
    <fieldset className={classes.recorder} data-recording aria-label={t('recorderOn')}>
      <span className={classes.dot} aria-hidden />
      <span className={classes.time} role="timer">
        {clock(seconds)}
      </span>
      <div className={classes.level} aria-hidden>
        <div className={classes.loudness} style={{ transform: `scaleX(${level})` }} />
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('recorderCancel')}
        </Button>
        <Button
          ref={stop}
          color="red"
          leftSection={<IconPlayerStopFilled size={16} />}
          onClick={onStop}
        >
          {t('recorderStop')}
        </Button>
      </div>
    </fieldset>
  );
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
