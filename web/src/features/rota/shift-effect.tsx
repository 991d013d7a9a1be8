import { Group } from '@mantine/core';
import { IconAlertTriangle, IconClockHour4, IconShieldCheck } from '@tabler/icons-react';
import type { Effect } from '../../../../contract/rota/list-pending-shifts.ts';
import { showHours, showInstants } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import classes from './shift-effect.module.css';

/** What approving would do: windows covered, hours of the week, clashes. */
export function ShiftEffect({ effect }: { effect: Effect }) {
  const { time_zone } = useMe().organisation;
  const covers = effect.covers.filter((one) => one.covered_after && !one.covered_before);
  const part = effect.covers.filter((one) => !one.covered_after);
  return (
    <Group gap="xs" component="ul" className={classes.effects ?? ''}>
      {covers.map(({ window, date }) => (
        <li key={`${window} ${date}`} className={classes.effect} data-kind="good">
          <IconShieldCheck size={15} aria-hidden /> Covers {window}
        </li>
      ))}
      {part.map(({ window, date }) => (
        <li key={`${window} ${date}`} className={classes.effect} data-kind="warn">
          <IconShieldCheck size={15} aria-hidden /> Part of {window}
        </li>
      ))}
      <li className={classes.effect} data-kind={effect.exceeds_limit ? 'bad' : undefined}>
        <IconClockHour4 size={15} aria-hidden />
        {showHours(effect.weekly_hours_after)} of {showHours(effect.weekly_limit)} that week
        {effect.exceeds_limit ? ', overtime' : ''}
      </li>
      {effect.clashes.map(({ name, starts_at, ends_at, sentence }) => (
        <li key={sentence} className={classes.effect} data-kind="bad" title={sentence}>
          <IconAlertTriangle size={15} aria-hidden />
          Clashes with {name}, {showInstants(starts_at, ends_at, time_zone)}
        </li>
      ))}
    </Group>
  );
}
