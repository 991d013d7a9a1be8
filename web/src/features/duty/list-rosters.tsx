import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconTableOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listRosters } from '../../../../contract/duty/list-rosters.ts';
import type { Roster } from '../../../../contract/duty/roster.ts';
import { daysBetween, todayIn } from '../../lib/dates.ts';
import { showDates } from '../../lib/format.ts';
import { pagesOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailedRemindersLine } from '../../ui/failed-reminders-line.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Page } from '../../ui/page.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';
import { CreateRoster } from './create-roster.tsx';
import classes from './list-rosters.module.css';
import { MyDuties } from './my-duties.tsx';

/** Every roster, the newest first; and what I am on. */
export function RostersPage() {
  const { t } = useTranslation('duty');
  const mayChange = useMay('roster.change');
  const rosters = useInfiniteQuery(pagesOf(listRosters, { query: { limit: 50 } }));
  return (
    <Page
      title={t('rosters')}
      description={t('rostersHint')}
      actions={mayChange ? <CreateRoster /> : null}
    >
      <Stack gap="xl">
        <FailedRemindersLine />
        {mayChange ? null : <MyDuties />}
        <section>
          <Title order={2} mb="sm">
            {t('allRosters')}
          </Title>
          <PagesView query={rosters}>
            {(all) =>
              all.length === 0 ? (
                <Empty icon={IconTableOff} title={t('noRoster')}>
                  {t(mayChange ? 'noRosterAdmin' : 'noRosterMember')}
                </Empty>
              ) : (
                <Surface rows>
                  {all.map((roster) => (
                    <RosterRow key={roster.id} roster={roster} />
                  ))}
                </Surface>
              )
            }
          </PagesView>
          <MoreRows
            has={rosters.hasNextPage}
            loading={rosters.isFetchingNextPage}
            onMore={() => void rosters.fetchNextPage()}
          />
        </section>
        {mayChange ? <MyDuties /> : null}
      </Stack>
    </Page>
  );
}

function RosterRow({ roster }: { roster: Roster }) {
  const { t } = useTranslation('duty');
  const today = todayIn(useMe().organisation.time_zone);
  const { id, start_date, end_date, assigned } = roster;
  const days = daysBetween(start_date, end_date) + 1;
  const places = days * roster.duty_types.reduce((sum, { people }) => sum + people, 0);
  const isOn = start_date <= today && today <= end_date;
  return (
    <Link to="/duty/rosters/$id" params={{ id }} className={classes.roster}>
      <div>
        <Group gap="xs">
          <Text fw={600}>{roster.name}</Text>
          {isOn ? <Pill tone="accent">{t('onNow')}</Pill> : null}
          {end_date < today ? <Pill>{t('over')}</Pill> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {showDates(start_date, end_date)} · {t('duties', { count: roster.duty_types.length })}
        </Text>
      </div>
      <div className={classes.filled}>
        <Text size="sm">{t('assignedOf', { assigned, places })}</Text>
        <Progress
          size="sm"
          aria-hidden
          color={assigned < places ? 'var(--cb-partly)' : 'var(--cb-covered)'}
          value={places > 0 ? (100 * assigned) / places : 0}
        />
      </div>
    </Link>
  );
}
