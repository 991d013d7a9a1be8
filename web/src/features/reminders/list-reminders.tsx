import { Tabs } from '@mantine/core';
import { IconBellOff, IconBellRinging } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listReminders } from '../../../../contract/reminders/list-reminders.ts';
import { listUpcomingReminders } from '../../../../contract/reminders/list-upcoming-reminders.ts';
import type { Reminder } from '../../../../contract/reminders/reminder.ts';
import { pagesOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Page } from '../../ui/page.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { FailedReminders } from './failed-reminders.tsx';
import { ReadReminder } from './read-reminder.tsx';
import { ReminderRows } from './reminder-rows.tsx';

const views = ['next', 'sent', 'failed', 'cancelled'] as const;
type View = (typeof views)[number];
const statuses = { sent: 'SENT', failed: 'FAILED', cancelled: 'CANCELLED' } as const;

/** Who is reminded of what and when; above all what did not get through and waits for someone. */
export function RemindersPage() {
  const { t } = useTranslation('reminders');
  const { view, reminder } = useSearch({ strict: false });
  const navigate = useNavigate();
  const shown = views.find((one) => one === view) ?? 'next';
  const go = (search: { view?: string | undefined; reminder?: string | undefined }) =>
    void navigate({ to: '/reminders', search, resetScroll: false });
  const open = (id: string) => go({ view, reminder: id });
  return (
    <Page title={t('title')} description={t('description')}>
      <FailedReminders onOpen={open} />
      <Tabs
        value={shown}
        onChange={(chosen) => go({ view: chosen ?? undefined })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`view_${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="next">
          <Upcoming onOpen={open} />
        </Tabs.Panel>
        {(['sent', 'failed', 'cancelled'] as const).map((one) => (
          <Tabs.Panel key={one} value={one}>
            <OfStatus view={one} onOpen={open} />
          </Tabs.Panel>
        ))}
      </Tabs>
      {reminder ? <ReadReminder id={reminder} onClose={() => go({ view })} /> : null}
    </Page>
  );
}

type ListProps = { onOpen: (id: string) => void };

function Upcoming({ onOpen }: ListProps) {
  const { t } = useTranslation('reminders');
  const query = useInfiniteQuery(
    pagesOf(listUpcomingReminders, { query: { days: 31, limit: 50 } }),
  );
  return (
    <>
      <PagesView query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconBellOff} title={t('nothingNext')}>
              {t('nothingNextHint')}
            </Empty>
          ) : (
            <ReminderRows reminders={all} onOpen={onOpen} />
          )
        }
      </PagesView>
      <More query={query} />
    </>
  );
}

function OfStatus({ view, onOpen }: ListProps & { view: Exclude<View, 'next'> }) {
  const { t } = useTranslation('reminders');
  const query = useInfiniteQuery(
    pagesOf(listReminders, { query: { status: statuses[view], limit: 50 } }),
  );
  return (
    <>
      <PagesView query={query}>
        {(all: Reminder[]) =>
          all.length === 0 ? (
            <Empty icon={IconBellRinging} title={t(`none_${view}`)} />
          ) : (
            <ReminderRows reminders={all} onOpen={onOpen} />
          )
        }
      </PagesView>
      <More query={query} />
    </>
  );
}

type MoreProps = {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
};

function More({ query }: MoreProps) {
  return (
    <MoreRows
      has={query.hasNextPage}
      loading={query.isFetchingNextPage}
      onMore={() => void query.fetchNextPage()}
    />
  );
}
