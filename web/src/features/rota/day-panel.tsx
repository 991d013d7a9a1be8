import { Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarShift } from '../../../../contract/rota/shift.ts';
import { showDate, showHours, showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { showSecondDate } from '../../lib/second-calendar.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { CoverageMark, coverageWord, statusOfWindow } from './coverage-mark.tsx';
import classes from './day-panel.module.css';
import { ShiftStatusBadge } from './shift-status-badge.tsx';
import type { GridDayData } from './time-grid.tsx';
import { useInPeriod } from './use-in-period.ts';

/** A day beside the month, on a desk. */
export function DayDrawer({ day, onClose }: { day: GridDayData | undefined; onClose: () => void }) {
  return (
    <Sheet aside title={day ? showDate(day.date, 'long') : ''} opened={!!day} onClose={onClose}>
      {day ? <DayPanel day={day} onLeave={onClose} /> : null}
    </Sheet>
  );
}

type DayPanelProps = { day: GridDayData; withTitle?: boolean; onLeave?: () => void };

/** All of one day: each window with its gaps, each shift, and the way to ask. */
export function DayPanel({ day, withTitle, onLeave }: DayPanelProps) {
  const { t } = useTranslation('rota');
  const { openAsk } = useOverlays();
  const mayAsk = useMay('shift.ask');
  const inPeriod = useInPeriod()(day.date);
  const { second_calendar } = useCalendarSettings();
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        {withTitle ? <Title order={2}>{showDate(day.date, 'long')}</Title> : null}
        <Text size="sm" c="dimmed">
          {[showSecondDate(day.date, second_calendar), showHours(day.total_hours)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {inPeriod ? <Windows day={day} /> : <Text c="dimmed">{t('noPeriodHasDay')}</Text>}
      {day.shifts.length > 0 ? (
        <Surface rows>
          {day.shifts.map((shift) => (
            <DayShiftRow
              key={shift.id}
              shift={shift}
              of={day.date}
              {...(onLeave ? { onLeave } : {})}
            />
          ))}
        </Surface>
      ) : (
        <Text c="dimmed">{t('nobodyOnYet')}</Text>
      )}
      {mayAsk && inPeriod ? (
        <Button
          size="md"
          leftSection={<IconPlus size={18} />}
          onClick={() => {
            onLeave?.();
            openAsk(day.date);
          }}
        >
          {t('askForShift')}
        </Button>
      ) : null}
    </Stack>
  );
}

function Windows({ day }: { day: GridDayData }) {
  const { t } = useTranslation('rota');
  return (
    <Stack gap={6} component="ul" className={classes.windows ?? ''}>
      {day.coverage.windows.map((window) => (
        <Group key={window.window} component="li" justify="space-between">
          <Text size="sm">
            {window.name}{' '}
            <Text span c="dimmed" inherit>
              {showSpan(window)}
            </Text>
          </Text>
          <CoverageMark
            status={statusOfWindow(window)}
            label={
              statusOfWindow(window) === 'partial'
                ? t('openSpans', { spans: window.gaps.map((gap) => showSpan(gap)).join(', ') })
                : coverageWord(statusOfWindow(window))
            }
          />
        </Group>
      ))}
    </Stack>
  );
}

type DayShiftRowProps = { shift: CalendarShift; of: string; onLeave?: () => void };

/** A shift in the list of a day; one that began the day before says so. */
export function DayShiftRow({ shift, of, onLeave }: DayShiftRowProps) {
  const { t } = useTranslation('rota');
  const { openShift } = useOverlays();
  const mine = useMe().id === shift.pa_id;
  const readable = useMay('shift.decide') || mine;
  const said = { span: showSpan(shift), hours: showHours(shift.duration_hours) };
  const content = (
    <>
      <div>
        <Text fw={550}>{mine ? t('nameYou', { name: shift.pa_name }) : shift.pa_name}</Text>
        <Text size="sm" c="dimmed">
          {shift.date < of
            ? t('sinceDate', { ...said, date: showDate(shift.date) })
            : `${said.span} · ${said.hours}`}
        </Text>
      </div>
      {shift.status === 'APPROVED' ? null : <ShiftStatusBadge status={shift.status} />}
    </>
  );
  if (!readable) return <div className={classes.shift}>{content}</div>;
  return (
    <UnstyledButton
      className={classes.shift}
      onClick={() => {
        onLeave?.();
        openShift(shift.id);
      }}
    >
      {content}
    </UnstyledButton>
  );
}
