import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grid, GridRow } from '../../../../contract/duty/grid.ts';
import { weekdayOf } from '../../lib/dates.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { showSecondDay } from '../../lib/second-calendar.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { CellEditor } from './cell-editor.tsx';
import { DutyCell } from './duty-cell.tsx';
import classes from './duty-grid.module.css';
import { type DatedCell, standingOf } from './grid-person.ts';
import { type Place, samePlace } from './grid-place.ts';
import { type Board, useTheBoard } from './use-board.ts';
import { useFresh } from './use-fresh.ts';
import { useGridDrag } from './use-grid-drag.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridMouse } from './use-grid-mouse.ts';
import { keyOf } from './use-put-on.ts';

/** Dates down, duties across, names inside: walked by the arrow keys, written in by typing, dragged in. */
export function DutyGrid() {
  const { t } = useTranslation('duty');
  const board = useTheBoard();
  const { grid, selection } = board;
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = useGridKeys(board);
  const mouse = useGridMouse(board);
  const drag = useGridDrag(board);
  const fresh = useFresh(grid);
  useFollowCursor(table, selection.cursor, board.editing !== undefined);
  const { second_calendar } = useCalendarSettings();
  const second = grid.roster.second_calendar && second_calendar.calendar !== 'none';
  return (
    <div className={classes.scroller}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys walk it (WAI-ARIA grid)
        role="grid"
        aria-label={grid.roster.name}
        aria-multiselectable={grid.can.assign}
        aria-rowcount={grid.rows.length + 1}
        className={classes.grid}
        style={{ '--rows': grid.rows.length } as React.CSSProperties}
        onKeyDown={onKeyDown}
        onFocus={({ currentTarget }) => {
          currentTarget.dataset.walked = 'true';
        }}
        {...mouse}
        {...drag.handlers}
      >
        <colgroup>
          <col className={classes.dateColumn} />
          {second ? <col className={classes.secondColumn} /> : null}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t('date')}
            </th>
            {second ? <th scope="col">{t('secondDate')}</th> : null}
            {grid.duty_types.map((duty) => (
              <DutyHead key={duty.id} duty={duty} />
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, index) => (
            <Row
              key={row.date}
              row={row}
              index={index}
              second={second}
              over={drag.over}
              fresh={fresh}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DutyHead({ duty }: { duty: Grid['duty_types'][number] }) {
  const { t } = useTranslation('duty');
  const { start_time, end_time, overnight, sun } = duty;
  const when =
    start_time && end_time
      ? showSpan({ start_time, end_time, overnight })
      : sun
        ? t(`sun_${sun.event}`)
        : '';
  return (
    <th scope="col" style={{ '--duty': duty.colour } as React.CSSProperties}>
      <span className={classes.duty}>{duty.name}</span>
      <span className={classes.when}>{when}</span>
    </th>
  );
}

type RowProps = {
  row: GridRow;
  index: number;
  second: boolean;
  over: Place | undefined;
  fresh: ReadonlySet<string>;
};

function Row({ row, index, second, over, fresh }: RowProps) {
  const { t } = useTranslation('duty');
  const board = useTheBoard();
  const { second_calendar, week_start } = useCalendarSettings();
  const { carried, held } = board;
  const leaving = carried?.from?.id;
  return (
    <tr
      data-today={row.is_today || undefined}
      data-past={row.is_past || undefined}
      data-week={(index > 0 && weekdayOf(row.date) === week_start - 1) || undefined}
    >
      <th scope="row" className={classes.date}>
        <span className={classes.dateText}>{showDate(row.date)}</span>
        {row.is_today ? <span className={classes.today}>{t('today')}</span> : null}
      </th>
      {second ? (
        <td className={classes.second}>{showSecondDay(row.date, second_calendar)}</td>
      ) : null}
      {(board.rows[index] ?? []).map((cell, column) => (
        <DutyCell
          key={cell.duty_type}
          cell={cell}
          duty={board.dutyName(cell.duty_type)}
          standing={held ? standingOf(held, cell, leaving).is : undefined}
          isPast={row.is_past}
          isOver={over !== undefined && samePlace(over, { row: index, column })}
          onTheWay={board.onTheWay?.cells.has(keyOf(cell)) ? board.onTheWay.name : undefined}
          ghosts={board.proposal.ghostsIn(cell)}
          fresh={fresh}
          me={board.me}
          notice={board.notice?.key === keyOf(cell) ? board.notice.sentence : undefined}
          {...placed(board, cell, { row: index, column })}
        />
      ))}
    </tr>
  );
}

function placed(board: Board, cell: DatedCell, place: Place) {
  const isCurrent = samePlace(board.selection.cursor, place);
  return {
    ...place,
    isCurrent,
    isSelected: board.selection.isSelected(place),
    editor: isCurrent && board.editing ? <CellEditor key={keyOf(cell)} /> : null,
  };
}

/** The focus goes with the cursor while it is in the grid; never away from a field. */
function useFollowCursor(
  table: React.RefObject<HTMLTableElement | null>,
  { row, column }: Place,
  editing: boolean,
): void {
  useEffect(() => {
    const { activeElement } = document;
    const inGrid = table.current?.contains(activeElement) || activeElement === document.body;
    if (editing || !inGrid || !table.current?.dataset.walked) return;
    table.current
      .querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
      ?.focus({ preventScroll: false });
  }, [table, row, column, editing]);
}
