import { Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { showDate } from '../../lib/format.ts';
import classes from './clock-change.module.css';

/** A clock hour of a day and how long it lasts. */
type ClockHour = { hour_label: string; minutes: number };

/** The hour of a day's 24 that the clocks skip or repeat, if they do. */
export function changedHour(hours: readonly ClockHour[]): ClockHour | undefined {
  return hours.find(({ minutes }) => minutes !== 60);
}

type ClockChangeProps = { change: ClockHour | undefined; date?: string };

/** On the two nights a year on which the clocks change, it is said; with the date where several stand. */
export function ClockChange({ change, date }: ClockChangeProps) {
  if (!change) return null;
  return (
    <Text size="sm" className={classes.clocks}>
      <IconClockExclamation size={18} aria-hidden className={classes.icon} />
      {date ? `${showDate(date)}: the` : 'The'} clocks {sayChange(change)}.
    </Text>
  );
}

function sayChange({ hour_label, minutes }: ClockHour): string {
  if (minutes === 0) return `skip the hour from ${hour_label}`;
  if (minutes === 120) return `show the hour from ${hour_label} twice`;
  const part = `${Math.abs(minutes - 60)} minutes of the hour from ${hour_label}`;
  return minutes < 60 ? `skip ${part}` : `show ${part} twice`;
}
