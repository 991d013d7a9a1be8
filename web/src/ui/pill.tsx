import classes from './pill.module.css';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent' | 'waiting';

/** A state in a word. The words carry it; the tone only repeats them. */
export function Pill({ tone = 'plain', children }: { tone?: Tone; children: React.ReactNode }) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {children}
    </span>
  );
}
