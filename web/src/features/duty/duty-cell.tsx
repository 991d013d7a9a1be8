import {
  IconAlertTriangle,
  IconBan,
  IconCircle,
  IconCircleHalf2,
  IconLock,
  IconSparkles,
} from '@tabler/icons-react';
import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyAssignment } from '../../../../contract/duty/duty-assignment.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import classes from './duty-grid.module.css';
import type { DatedCell, Standing } from './grid-person.ts';

export type Ghost = { person: string; name: string; why: string };

type DutyCellProps = {
  cell: DatedCell;
  duty: string;
  row: number;
  column: number;
  isCurrent: boolean;
  isSelected: boolean;
  isPast: boolean;
  isOver: boolean;
  /** How who is held or dragged stands to it. */
  standing: Standing['is'] | undefined;
  /** Someone who is on the way in. */
  onTheWay: string | undefined;
  /** Whom the proposal would put here. */
  ghosts: readonly Ghost[];
  fresh: ReadonlySet<string>;
  me: string;
  notice: string | undefined;
  editor: React.ReactNode;
};

/** A cell: a duty on a date, and who has it. Its state is told by a sign, a colour and in words. */
export const DutyCell = memo(function DutyCell(props: DutyCellProps) {
  const { cell, row, column, isCurrent, isSelected, isPast, isOver, standing, ghosts } = props;
  const label = useLabel(props);
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid that the arrow keys walk
      role="gridcell"
      className={classes.cell}
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isSelected}
      aria-label={props.editor ? undefined : label}
      data-row={row}
      data-column={column}
      data-state={cell.why_not ? 'shut' : cell.state}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      data-past={isPast || undefined}
      data-over={isOver || undefined}
      data-standing={standing}
      title={props.editor ? undefined : label}
    >
      {props.editor ?? (
        <div className={classes.inside}>
          <StateSign cell={cell} standing={standing} proposed={ghosts.length > 0} />
          <Names {...props} />
          {cell.state === 'partial' || (cell.people > 1 && cell.state === 'free') ? (
            <span
              className={classes.count}
              data-count={`${cell.assignments.length}/${cell.people}`}
            />
          ) : null}
        </div>
      )}
      {props.notice ? (
        <div role="alert" className={classes.notice}>
          {props.notice}
        </div>
      ) : null}
    </td>
  );
});

function Names({ cell, onTheWay, ghosts, fresh, me }: DutyCellProps) {
  return (
    <span className={classes.names}>
      {cell.assignments.map((one, index) => (
        <Fragment key={one.id}>
          {index > 0 ? ', ' : null}
          <span
            className={classes.name}
            draggable={one.can.move}
            data-assignment={one.id}
            data-mine={one.person === me || undefined}
            data-fresh={fresh.has(one.id) || undefined}
          >
            {one.person_name}
          </span>
        </Fragment>
      ))}
      {onTheWay ? (
        <span className={classes.name} data-on-the-way aria-hidden>
          {onTheWay}
        </span>
      ) : null}
      {ghosts.map(({ person, name }) => (
        <span key={person} className={classes.name} data-ghost aria-hidden>
          {name}
        </span>
      ))}
    </span>
  );
}

type SignProps = { cell: DatedCell; standing: Standing['is'] | undefined; proposed: boolean };

function StateSign({ cell, standing, proposed }: SignProps) {
  const Sign = signOf(cell, standing, proposed);
  return <Sign size={12} stroke={2} aria-hidden className={classes.sign} />;
}

function signOf(cell: DatedCell, standing: Standing['is'] | undefined, proposed: boolean) {
  if (standing === 'busy') return IconAlertTriangle;
  if (cell.why_not) return IconBan;
  if (cell.state === 'taken') return IconLock;
  if (proposed) return IconSparkles;
  return cell.state === 'partial' ? IconCircleHalf2 : IconCircle;
}

function useLabel({ cell, duty, ghosts }: DutyCellProps): string {
  const { t } = useTranslation('duty');
  const { start_time, end_time, overnight } = cell;
  const span = start_time && end_time ? `, ${showSpan({ start_time, end_time, overnight })}` : '';
  const where = `${showDate(cell.date)}, ${duty}${span}`;
  if (cell.why_not) return `${where}: ${cell.why_not.detail}`;
  const names = (of: readonly DutyAssignment[]) => of.map((one) => one.person_name).join(', ');
  const who =
    cell.assignments.length > 0
      ? t(cell.state === 'taken' ? 'sayTaken' : 'sayPartly', {
          names: names(cell.assignments),
          count: cell.people - cell.assignments.length,
        })
      : t('sayFree');
  const proposed = ghosts.map(({ name, why }) => t('sayProposed', { name, why })).join(' ');
  return `${where}: ${who} ${proposed}`.trim();
}
