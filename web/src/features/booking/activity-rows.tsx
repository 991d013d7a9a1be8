import { Text, Timeline, UnstyledButton } from '@mantine/core';
import type { Static } from 'typebox';
import type { Activity } from '../../../../contract/booking/dashboard.ts';
import { showInstant } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMe } from '../../lib/use-me.ts';

type ActivityRowsProps = { activity: readonly Static<typeof Activity>[]; empty: string };

/** What happened lately, newest first; what is still there opens. */
export function ActivityRows({ activity, empty }: ActivityRowsProps) {
  const { openReservation } = useOverlays();
  const { time_zone } = useMe().organisation;
  if (activity.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <Timeline bulletSize={12} lineWidth={2} active={activity.length}>
      {activity.map(({ id, message, at, reservation }) => (
        <Timeline.Item key={id}>
          {reservation ? (
            <UnstyledButton onClick={() => openReservation(reservation)}>
              <Text component="span" size="sm" td="underline">
                {message}
              </Text>
            </UnstyledButton>
          ) : (
            <Text size="sm">{message}</Text>
          )}
          <Text size="xs" c="dimmed">
            {showInstant(at, time_zone)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
