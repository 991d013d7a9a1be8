import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DutyRow } from '../../ui/duty-row.tsx';
import { Surface } from '../../ui/surface.tsx';
import { useTheBoard } from './use-board.ts';

/** My own duties of the roster that are still to come. */
export function OwnDuties() {
  const { t } = useTranslation('duty');
  const { grid, me } = useTheBoard();
  const mine = grid.rows
    .filter(({ is_past }) => !is_past)
    .flatMap(({ cells }) => cells.flatMap(({ assignments }) => assignments))
    .filter(({ person }) => person === me);
  if (mine.length === 0) return null;
  return (
    <section>
      <Title order={2} fz="md" mb={6}>
        {t('ownDuties')}
      </Title>
      <Surface rows>
        {mine.map((duty) => (
          <DutyRow key={duty.id} duty={duty} today={grid.today} />
        ))}
      </Surface>
    </section>
  );
}
