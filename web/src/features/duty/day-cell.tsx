import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showSpan } from '../../lib/format.ts';
import { Pill } from '../../ui/pill.tsx';
import type { DatedCell } from './grid-person.ts';
import classes from './roster-days.module.css';
import { useTheBoard } from './use-board.ts';

type DayCellProps = { cell: DatedCell; isPast: boolean; onOpen: (cell: DatedCell) => void };

/** A duty of a day on a phone: who has it; who may put someone on it taps it. */
export function DayCell({ cell, isPast, onOpen }: DayCellProps) {
  const { grid, dutyName } = useTheBoard();
  const duty = grid.duty_types.find(({ id }) => id === cell.duty_type);
  const inside = (
    <>
      <span className={classes.bar} style={{ background: duty?.colour }} aria-hidden />
      <span className={classes.what}>
        <Text fw={600} component="span" size="sm">
          {dutyName(cell.duty_type)}
        </Text>
        <Text size="xs" c="dimmed" component="span">
          {timeOf(cell)}
        </Text>
      </span>
      <span className={classes.who}>
        <Who cell={cell} />
      </span>
    </>
  );
  if (!grid.can.assign && cell.assignments.length === 0) {
    return <div className={classes.cell}>{inside}</div>;
  }
  return (
    <UnstyledButton
      className={classes.cell ?? ''}
      data-state={cell.state}
      data-past={isPast || undefined}
      onClick={() => onOpen(cell)}
    >
      {inside}
      <IconChevronRight size={16} aria-hidden className="flips" />
    </UnstyledButton>
  );
}

export function timeOf({ start_time, end_time, overnight }: DatedCell): string {
  return start_time && end_time ? showSpan({ start_time, end_time, overnight }) : '';
}

function Who({ cell }: { cell: DatedCell }) {
  const { t } = useTranslation('duty');
  const { me } = useTheBoard();
  const missing = cell.people - cell.assignments.length;
  return (
    <>
      {cell.assignments.map((one) => (
        <Text key={one.id} component="span" size="sm" fw={one.person === me ? 700 : 500}>
          {one.person === me ? t('you', { name: one.person_name }) : one.person_name}
        </Text>
      ))}
      {cell.why_not ? (
        <Pill>{t('notOn')}</Pill>
      ) : missing > 0 ? (
        <Pill tone={cell.assignments.length > 0 ? 'warn' : 'waiting'}>
          {cell.people > 1 ? t('missing', { count: missing }) : t('sayFree')}
        </Pill>
      ) : null}
    </>
  );
}
