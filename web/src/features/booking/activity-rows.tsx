import { Text, Timeline, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Static } from 'typebox';
import type { Activity } from '../../../../contract/booking/dashboard.ts';
import { showInstant } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMe } from '../../lib/use-me.ts';

type Happened = Static<typeof Activity>;

const told = [
  ...(['reservation.requested', 'reservation.confirmed', 'reservation.rejected'] as const),
  ...(['reservation.moved', 'reservation.updated', 'reservation.cancelled'] as const),
  ...(['reservation.expired', 'reservation.traded'] as const),
];

type ActivityRowsProps = { activity: readonly Happened[]; empty: string };

/** What happened lately, newest first; what is still there opens. */
export function ActivityRows({ activity, empty }: ActivityRowsProps) {
  const { openReservation } = useOverlays();
  const { time_zone } = useMe().organisation;
  const say = useSayActivity();
  if (activity.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <Timeline bulletSize={12} lineWidth={2} active={activity.length}>
      {activity.map((happened) => (
        <Timeline.Item key={happened.id}>
          {happened.reservation ? (
            <UnstyledButton onClick={() => openReservation(happened.reservation ?? '')}>
              <Text component="span" size="sm" td="underline">
                {say(happened)}
              </Text>
            </UnstyledButton>
          ) : (
            <Text size="sm">{say(happened)}</Text>
          )}
          <Text size="xs" c="dimmed">
            {showInstant(happened.at, time_zone)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function useSayActivity() {
  const { t } = useTranslation('booking');
  return ({ event, message, user_name, by_name }: Happened): string => {
    const known = told.find((one) => one === event);
    const whose = user_name ?? t('slot.someone');
    return known ? t(`activity.${known}`, { whose, by: by_name ?? whose }) : message;
  };
}
