import { Button, Group, Stack, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grid, GridRow } from '../../../../contract/duty/grid.ts';
import { showDate, showDates } from '../../lib/format.ts';
import { showSecondDay } from '../../lib/second-calendar.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { CellSheet } from './cell-sheet.tsx';
import { DayCell } from './day-cell.tsx';
import type { DatedCell } from './grid-person.ts';
import { OwnDuties } from './own-duties.tsx';
import { Dialogs } from './roster-board.tsx';
import classes from './roster-days.module.css';
import { RosterMenu } from './roster-menu.tsx';
import { StoodOn } from './stood-on.tsx';
import { BoardContext, useBoard } from './use-board.ts';
import { keyOf } from './use-put-on.ts';

/** A roster on a phone: what is mine first, then day by day; a tap on a duty opens it. */
export function RosterDays({ grid }: { grid: Grid }) {
  const { t } = useTranslation('duty');
  const board = useBoard(grid);
  const [opened, setOpened] = useState<string>();
  const [withPast, setWithPast] = useState(false);
  const past = grid.rows.filter(({ is_past }) => is_past).length;
  // With all of it past, all of it is shown.
  const hidden = withPast || past === grid.rows.length ? 0 : past;
  const cell = board.rows.flat().find((one) => keyOf(one) === opened);
  return (
    <BoardContext value={board}>
      <Page
        title={grid.roster.name}
        back={{ to: '/duty/rosters', label: t('rosters') }}
        description={
          <Group gap="xs" component="span">
            {showDates(grid.roster.start_date, grid.roster.end_date)}
            <Pill tone={grid.free > 0 ? 'warn' : 'good'}>{t('free', { count: grid.free })}</Pill>
          </Group>
        }
        actions={
          <>
            {grid.as_of ? <StoodOn asOf={grid.as_of} /> : null}
            <RosterMenu grid={grid} />
          </>
        }
      >
        <Stack gap="lg">
          <OwnDuties />
          {hidden > 0 ? (
            <Button
              variant="default"
              leftSection={<IconHistory size={16} />}
              onClick={() => setWithPast(true)}
            >
              {t('showPast', { count: past })}
            </Button>
          ) : null}
          {grid.rows.slice(hidden).map((row) => (
            <Day key={row.date} row={row} onOpen={(one) => setOpened(keyOf(one))} />
          ))}
        </Stack>
      </Page>
      {cell ? <CellSheet cell={cell} onClose={() => setOpened(undefined)} /> : null}
      <Dialogs board={board} />
    </BoardContext>
  );
}

type DayProps = { row: GridRow; onOpen: (cell: DatedCell) => void };

function Day({ row, onOpen }: DayProps) {
  const { t } = useTranslation('duty');
  const { second_calendar } = useCalendarSettings();
  const second = showSecondDay(row.date, second_calendar);
  return (
    <section aria-label={showDate(row.date, 'long')}>
      <Group gap="xs" mb={6}>
        <Title order={2} fz="md">
          {showDate(row.date)}
        </Title>
        {row.is_today ? <Pill tone="accent">{t('today')}</Pill> : null}
        {second ? <span className={classes.second}>{second}</span> : null}
      </Group>
      <div className={classes.cells}>
        {row.cells.map((cell) => (
          <DayCell
            key={cell.duty_type}
            cell={{ ...cell, date: row.date }}
            isPast={row.is_past}
            onOpen={onOpen}
          />
        ))}
      </div>
    </section>
  );
}
