import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listDuties } from '../../../../contract/duty/list-duties.ts';
import { todayIn } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { DutyRows } from '../../ui/duty-rows.tsx';

/** What I am on, in whatever roster. */
export function MyDuties() {
  const { t } = useTranslation('duty');
  const { id, organisation } = useMe();
  const today = todayIn(organisation.time_zone);
  const mine = useQuery(
    queryOf(listDuties, { query: { person: id, start_date: today, limit: 50 } }),
  ).data;
  if (!mine) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('ownDuties')}
      </Title>
      {mine.length > 0 ? (
        <DutyRows duties={mine} today={today} />
      ) : (
        <Text c="dimmed">{t('noOwnDuties')}</Text>
      )}
    </section>
  );
}
