import { Group } from '@mantine/core';
import { IconAlertTriangle, IconClockHour4, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Effect } from '../../../../contract/rota/list-pending-shifts.ts';
import { showHours, showInstants } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import classes from './shift-effect.module.css';

/** What approving would do: windows covered, hours of the week, clashes. */
export function ShiftEffect({ effect }: { effect: Effect }) {
  const { t } = useTranslation('rota');
  const { time_zone } = useMe().organisation;
  const covers = effect.covers.filter((one) => one.covered_after && !one.covered_before);
  const part = effect.covers.filter((one) => !one.covered_after);
  const week = {
    hours: showHours(effect.weekly_hours_after),
    limit: showHours(effect.weekly_limit),
  };
  return (
    <Group gap="xs" component="ul" className={classes.effects ?? ''}>
      {covers.map(({ window, date }) => (
        <li key={`${window} ${date}`} className={classes.effect} data-kind="good">
          <IconShieldCheck size={15} aria-hidden /> {t('covers', { window })}
        </li>
      ))}
      {part.map(({ window, date }) => (
        <li key={`${window} ${date}`} className={classes.effect} data-kind="warn">
          <IconShieldCheck size={15} aria-hidden /> {t('partOf', { window })}
        </li>
      ))}
      <li className={classes.effect} data-kind={effect.exceeds_limit ? 'bad' : undefined}>
        <IconClockHour4 size={15} aria-hidden />
        {effect.exceeds_limit ? t('weekAfterOvertime', week) : t('weekAfter', week)}
      </li>
      {effect.clashes.map(({ name, starts_at, ends_at, sentence }) => (
        <li key={sentence} className={classes.effect} data-kind="bad" title={sentence}>
          <IconAlertTriangle size={15} aria-hidden />
          {t('clashesWith', { name, span: showInstants(starts_at, ends_at, time_zone) })}
        </li>
      ))}
    </Group>
  );
}
