import { Anchor, Group, Progress, Stack, Text, Title } from '@mantine/core';
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
import { MoreRows } from '../../ui/more-rows.tsx';
import { Page } from '../../ui/page.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';
import { CreateRoster } from './create-roster.tsx';
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
        <MyDuties />
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
      </Stack>
    </Page>
  );
}

function RosterRow({ roster }: { roster: Roster }) {
  const { t } = useTranslation('duty');
  const today = todayIn(useMe().organisation.time_zone);
  const { start_date, end_date, assigned } = roster;
  const days = daysBetween(start_date, end_date) + 1;
  const places = days * roster.duty_types.reduce((sum, { people }) => sum + people, 0);
  const isOn = start_date <= today && today <= end_date;
  return (
    <Group px="md" py="sm" justify="space-between">
      <div>
        <Group gap="xs">
          <Anchor
            fw={600}
            c="inherit"
            renderRoot={(props) => <Link {...props} to="/rosters/$id" params={{ id: roster.id }} />}
          >
            {roster.name}
          </Anchor>
          {isOn ? <Pill tone="accent">{t('onNow')}</Pill> : null}
          {end_date < today ? <Pill>{t('over')}</Pill> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {showDates(start_date, end_date)} · {t('duties', { count: roster.duty_types.length })}
        </Text>
      </div>
      <div style={{ width: '9rem' }}>
        <Text size="sm" ta="end">
          {t('assignedOf', { assigned, places })}
        </Text>
        <Progress
          size="sm"
          color={assigned < places ? 'var(--cb-partly)' : 'var(--cb-covered)'}
          value={places > 0 ? (100 * assigned) / places : 0}
          aria-label={t('assignedOf', { assigned, places })}
        />
      </div>
    </Group>
  );
}
