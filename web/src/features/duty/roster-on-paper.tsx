import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Grid } from '../../../../contract/duty/grid.ts';
import { showDate, showDates } from '../../lib/format.ts';
import { showSecondDay } from '../../lib/second-calendar.ts';
import { useMe } from '../../lib/use-me.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import classes from './roster-on-paper.module.css';
import { useDutyTime } from './use-duty-time.ts';

/** A4 in CSS pixels, at 96 to the inch. */
const sheets = {
  landscape: { width: 1123, height: 794 },
  portrait: { width: 794, height: 1123 },
} as const;

type RosterOnPaperProps = { grid: Grid; way: keyof typeof sheets };

/** The grid as it hangs on a wall: names and times in black on white, made as small as the screen is. */
export function RosterOnPaper({ grid, way }: RosterOnPaperProps) {
  const { t } = useTranslation('duty');
  const { ref, width } = useElementSize();
  const { organisation } = useMe();
  const sheet = sheets[way];
  const scale = width > 0 ? Math.min(1, width / sheet.width) : 1;
  // Beyond what is legible in one, it goes on to further sheets.
  const rows = Math.min(grid.rows.length, way === 'landscape' ? 34 : 50);
  return (
    <div
      ref={ref}
      className={classes.desk}
      style={styleOf({ '--height': `${Math.ceil(sheet.height * scale)}px` })}
    >
      <style>{`@page { size: A4 ${way}; margin: 10mm; }`}</style>
      <section
        className={classes.paper}
        data-way={way}
        aria-label={t('onPaper')}
        style={styleOf({ '--scale': scale, '--rows': rows })}
      >
        <h2 className={classes.title}>
          {grid.roster.name} · {organisation.name}
          <span className={classes.dates}>
            {showDates(grid.roster.start_date, grid.roster.end_date)}
          </span>
        </h2>
        <PaperTable grid={grid} />
      </section>
    </div>
  );
}

// Custom properties are none of React's.
const styleOf = (style: object) => style as React.CSSProperties;

function PaperTable({ grid }: { grid: Grid }) {
  const { t } = useTranslation('duty');
  const sayTime = useDutyTime();
  const { second_calendar } = useCalendarSettings();
  const second = grid.roster.second_calendar && second_calendar.calendar !== 'none';
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.date}>
            {t('date')}
          </th>
          {second ? (
            <th scope="col" className={classes.date}>
              {t('secondDate')}
            </th>
          ) : null}
          {grid.duty_types.map((duty) => (
            <th key={duty.id} scope="col">
              {duty.name}
              <span className={classes.when}>{sayTime(duty)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row) => (
          <tr key={row.date}>
            <th scope="row">{showDate(row.date)}</th>
            {second ? <td>{showSecondDay(row.date, second_calendar)}</td> : null}
            {row.cells.map((cell) => (
              <td key={cell.duty_type}>
                {cell.assignments.map(({ person_name }) => person_name).join(', ')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
