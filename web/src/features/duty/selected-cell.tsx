import { useTranslation } from 'react-i18next';
import { showInstant, showSpan } from '../../lib/format.ts';
import { useTheBoard } from './use-board.ts';

/** What there is to know of the selected cell: when it is, who put whom there. */
export function SelectedCell() {
  const { t } = useTranslation('duty');
  const { cells, grid } = useTheBoard();
  const [cell] = cells;
  if (!cell) return null;
  const { start_time, end_time, overnight, why_not, assignments } = cell;
  const span = start_time && end_time ? showSpan({ start_time, end_time, overnight }) : '';
  const [first] = assignments;
  const who = first?.assigned_by_name
    ? t('putByWhen', {
        by: first.assigned_by_name,
        when: showInstant(first.assigned_at, grid.time_zone),
      })
    : '';
  return <span>{[span, why_not?.detail ?? who].filter(Boolean).join(' · ')}</span>;
}
