import { Group, Text } from '@mantine/core';
import { IconLockCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listUnlockLogs } from '../../../../contract/duty/list-unlock-logs.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { showDate, showInstant, showSpan } from '../../lib/format.ts';
import { pagesOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Page } from '../../ui/page.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-unlocks.module.css';
import { UnlockRequests } from './unlock-requests.tsx';

type Unlock = Answer<typeof listUnlockLogs>[number];

/** The trace of every change: who took whom off what, when, and why. Nothing is ever deleted from it. */
export function UnlocksPage() {
  const { t } = useTranslation('duty');
  const { roster } = useSearch({ strict: false });
  const unlocks = useInfiniteQuery(pagesOf(listUnlockLogs, { query: { roster, limit: 50 } }));
  return (
    <Page
      title={t('unlockLog')}
      description={t('unlockLogHint')}
      back={{ to: '/duty/rosters', label: t('rosters') }}
      narrow
    >
      <UnlockRequests />
      <PagesView query={unlocks}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconLockCheck} title={t('noUnlock')}>
              {t('noUnlockHint')}
            </Empty>
          ) : (
            <Surface rows>
              {all.map((unlock) => (
                <UnlockRow key={unlock.id} unlock={unlock} />
              ))}
            </Surface>
          )
        }
      </PagesView>
      <MoreRows
        has={unlocks.hasNextPage}
        loading={unlocks.isFetchingNextPage}
        onMore={() => void unlocks.fetchNextPage()}
      />
    </Page>
  );
}

function UnlockRow({ unlock }: { unlock: Unlock }) {
  const { t } = useTranslation('duty');
  const { time_zone } = useMe().organisation;
  return (
    <article className={classes.unlock}>
      <Group justify="space-between" gap="xs">
        <Text fw={550}>
          {unlock.person_name}, {unlock.duty_name}, {showDate(unlock.date)}
        </Text>
        <Pill>{t(`how_${unlock.how}`)}</Pill>
      </Group>
      <blockquote className={classes.reason}>{unlock.reason}</blockquote>
      <Text size="sm" c="dimmed">
        {t('unlockedByWhen', {
          by: unlock.unlocked_by_name ?? t('bySystem'),
          when: showInstant(unlock.unlocked_at, time_zone),
        })}{' '}
        ·{' '}
        {t('stoodSince', {
          by: unlock.assigned_by_name ?? t('bySystem'),
          when: showInstant(unlock.assigned_at, time_zone),
        })}{' '}
        · {showSpan(unlock)} · {unlock.roster_name}
      </Text>
    </article>
  );
}
