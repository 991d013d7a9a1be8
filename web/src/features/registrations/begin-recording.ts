/** A recording that is under way. */
export type Recording = {
  /** How long it is so far; by the clock of the sound card. */
  seconds: () => number;
  /** How loud it is just now, 0 to 1. */
  level: () => number;
  stop: () => Promise<File>;
  drop: () => void;
};

type Why = 'refused' | 'missing' | 'unsupported' | 'failed';

// Safari makes MP4, the others WebM or Ogg; all are sound to the server.
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const endings: Record<string, string> = { webm: 'webm', mp4: 'm4a', ogg: 'ogg' };

/** Asks for the microphone and begins; or says why it can't. */
export async function beginRecording(): Promise<Recording | Why> {
  // Without https a browser has no microphone to give.
  if (!('MediaRecorder' in globalThis) || !navigator.mediaDevices) return 'unsupported';
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  if (!mimeType) return 'unsupported';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    return record(stream, mimeType);
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): Why {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'missing' : 'failed';
}

function record(stream: MediaStream, mimeType: string): Recording {
  const sound = new AudioContext();
  const analyser = new AnalyserNode(sound, { fftSize: 1024 });
  sound.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 96_000 });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const began = sound.currentTime;
  recorder.start(1000);
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    void sound.close();
  };
  return {
    seconds: () => sound.currentTime - began,
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      return Math.min(1, 1.5 * samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0));
    },
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          close();
          resolve(fileOf(parts, mimeType));
        };
        recorder.stop();
      }),
    drop: () => {
      recorder.onstop = null;
      recorder.stop();
      close();
    },
  };
}

function fileOf(parts: Blob[], mimeType: string): File {
  const type = mimeType.split(';')[0] ?? mimeType;
  const ending = endings[type.split('/')[1] ?? ''] ?? 'webm';
  return new File(parts, `recording.${ending}`, { type });
}
