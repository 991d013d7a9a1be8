import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listCandidates } from '../../../../contract/assistant/list-candidates.ts';
import { showSpan } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { CandidateRows } from '../../ui/candidate-rows.tsx';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';
import { useCandidateKeys } from './use-candidate-keys.ts';
import type { PendingShift } from './use-pending-queue.ts';

/** Who could work what is asked for, whoever asked included. */
export function PendingShiftCandidates({ shift }: { shift: PendingShift }) {
  const { t } = useTranslation('rota');
  const { date, start_time, end_time, overnight, requested_by, requested_by_name } = shift;
  const taken = shift.effect.clashes.find(({ name }) => name !== requested_by_name);
  const query = { date, start_time, end_time, overnight };
  const candidates = useQuery(queryOf(listCandidates, { query }));
  const span = { date, start_time, end_time };
  useCandidateKeys(candidates.data ?? [], span, requested_by);
  return (
    <QueryView query={candidates} loading={<RowsLoading rows={1} />}>
      {(found) => (
        <>
          {taken ? (
            <Text size="sm" c="var(--cb-partly)">
              {t('besideThemClashes', { name: taken.name })}
            </Text>
          ) : null}
          <CandidateRows
            candidates={found}
            span={span}
            called={t('askedForBy', { span: showSpan(shift), name: requested_by_name })}
            asker={requested_by}
            keys
          />
        </>
      )}
    </QueryView>
  );
}
