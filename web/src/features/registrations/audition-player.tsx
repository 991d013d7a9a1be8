import { useEffect, useState } from 'react';
import classes from './auditions.module.css';

/** Plays a file that is still in this browser, or one that the server keeps. */
export function AuditionPlayer({ source, label }: { source: Blob | string; label: string }) {
  const address = useAddress(source);
  if (!address) return null;
  return (
    // biome-ignore lint/a11y/useMediaCaption: what someone recites has no captions
    <audio
      controls
      preload="metadata"
      className={classes.player}
      src={address}
      aria-label={label}
      onLoadedMetadata={({ currentTarget }) => findLength(currentTarget)}
    />
  );
}

function useAddress(source: Blob | string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (typeof source === 'string') return setAddress(source);
    const made = URL.createObjectURL(source);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [source]);
  return address;
}

// A recording has no length in its head: the browser finds it by looking for the end.
function findLength(audio: HTMLAudioElement): void {
  if (Number.isFinite(audio.duration)) return;
  audio.addEventListener('durationchange', () => (audio.currentTime = 0), { once: true });
  audio.currentTime = 1e9;
}
