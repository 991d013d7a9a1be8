import { Anchor, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listOwnDuties } from '../../../../contract/reminders/list-own-duties.ts';
import { todayIn } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { DutyRow } from '../../ui/duty-row.tsx';
import { Surface } from '../../ui/surface.tsx';

const shownMax = 20;

/** What I am on besides shifts: my duties of whatever roster, and where I say whether I am on them. */
export function ComingDuties() {
  const { t } = useTranslation('duty');
  const mayRead = useMay('duty.read');
  const today = todayIn(useMe().organisation.time_zone);
  const mine = useQuery({
    ...queryOf(listOwnDuties, { query: { limit: shownMax } }),
    enabled: mayRead,
  }).data;
  if (!mine || mine.length === 0) return null;
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="sm" c="dimmed">
          {t('ownDuties')}
        </Title>
        <Anchor component={Link} to="/duty/rosters" size="sm">
          {t('allOwnDuties')}
        </Anchor>
      </Group>
      <Surface rows>
        {mine.map((duty) => (
          <DutyRow key={duty.assignment} duty={duty} today={today} />
        ))}
      </Surface>
    </section>
  );
}
