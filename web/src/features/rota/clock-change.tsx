import { Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('rota');
  if (!change) return null;
  const what = changeOf(change.minutes);
  const said = { hour: change.hour_label, minutes: Math.abs(change.minutes - 60) };
  return (
    <Text size="sm" className={classes.clocks}>
      <IconClockExclamation size={18} aria-hidden className={classes.icon} />
      {date ? t(`clocksOn.${what}`, { ...said, date: showDate(date) }) : t(`clocks.${what}`, said)}
    </Text>
  );
}

/** What the clocks do with an hour, as a key of the catalogue. */
function changeOf(minutes: number) {
  if (minutes === 0) return 'skipHour';
  if (minutes === 120) return 'repeatHour';
  return minutes < 60 ? 'skipPart' : 'repeatPart';
}
