import { useCallback, useEffect, useRef, useState } from 'react';
import { beginRecording, type Recording } from './begin-recording.ts';

/** What the microphone is doing, or why it does nothing. */
export type RecorderState =
  | { is: 'idle' }
  | { is: 'asking' }
  | { is: 'recording'; seconds: number; level: number }
  | { is: 'refused' | 'missing' | 'unsupported' | 'failed' };

/** The longest that an audition may be; by then it is far from too large. */
export const recordingSecondsMax = 300;
const tickMs = 100;

/** Records through the microphone; `onRecorded` gets the file, `ended` when its time was up. */
export function useRecorder(onRecorded: (file: File, ended: boolean) => void) {
  const [state, setState] = useState<RecorderState>({ is: 'idle' });
  const recording = useRef<Recording | undefined>(undefined);
  const tick = useRef<ReturnType<typeof setInterval> | undefined>(undefined);

  const end = useCallback(() => {
    clearInterval(tick.current);
    const ended = recording.current;
    recording.current = undefined;
    return ended;
  }, []);
  useEffect(() => () => end()?.drop(), [end]);

  const stop = async (timeIsUp = false) => {
    const ended = end();
    if (!ended) return;
    setState({ is: 'idle' });
    onRecorded(await ended.stop(), timeIsUp);
  };
  const start = async () => {
    setState({ is: 'asking' });
    const began = await beginRecording();
    if (typeof began === 'string') return setState({ is: began });
    recording.current = began;
    tick.current = setInterval(() => {
      const seconds = began.seconds();
      if (seconds >= recordingSecondsMax) void stop(true);
      else setState({ is: 'recording', seconds, level: began.level() });
    }, tickMs);
    setState({ is: 'recording', seconds: 0, level: 0 });
  };
  const cancel = () => {
    end()?.drop();
    setState({ is: 'idle' });
  };
  return { state, start: () => void start(), stop: () => void stop(), cancel };
}
