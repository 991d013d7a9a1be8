import { ActionIcon, Button, Group, Kbd, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';
import { LinkSwitch } from '../../ui/link-switch.tsx';
import {
  type BookingView,
  bookingPath,
  bookingViews,
  type useBookingPlace,
} from './use-booking-place.ts';

type BookingToolbarProps = {
  place: ReturnType<typeof useBookingPlace>;
  /** The date to keep when the view changes. */
  date: string;
  onBook: () => void;
};

/** Month, week or day; back, today, forward. All of it by keys too. */
export function BookingToolbar({ place, date, onBook }: BookingToolbarProps) {
  const { t } = useTranslation('booking');
  const { view, show, go, resource } = place;
  const key = (act: () => void) => () => unlessInDialog(act);
  useHotkeys([
    ['m', key(() => show('month', date))],
    ['w', key(() => show('week', date))],
    ['d', key(() => show('day', date))],
    ['[', key(() => go(-1))],
    [']', key(() => go(1))],
    ['t', key(() => go('today'))],
    ['n', key(onBook)],
  ]);
  return (
    <>
      <LinkSwitch
        label={t('calendar.by')}
        links={bookingViews.map((one) => ({
          to: bookingPath(one, date),
          label: t(`calendar.views.${one}`),
          search: { resource },
          current: one === view,
        }))}
      />
      <Group gap={6} wrap="nowrap">
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(`calendar.previous.${view}`)}
          onClick={() => go(-1)}
        >
          <IconChevronLeft className="flips" size={18} />
        </ActionIcon>
        <Button variant="default" onClick={() => go('today')}>
          {t('calendar.today')}
        </Button>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(`calendar.next.${view}`)}
          onClick={() => go(1)}
        >
          <IconChevronRight className="flips" size={18} />
        </ActionIcon>
      </Group>
    </>
  );
}

/** The keys of the calendar, for who has them. */
export function BookingKeys({ view }: { view: BookingView }) {
  const { t } = useTranslation('booking');
  return (
    <Text size="xs" c="dimmed" visibleFrom="sm" mt="sm">
      <Trans
        t={t}
        i18nKey={view === 'month' ? 'calendar.keysOfMonth' : 'calendar.keys'}
        components={{ k: <Kbd size="xs" /> }}
      />
    </Text>
  );
}
