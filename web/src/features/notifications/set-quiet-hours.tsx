import '@mantine/dates/styles.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { useState } from 'react';
import { endQuietHours } from '../../../../contract/notifications/end-quiet-hours.ts';
import type { Preferences } from '../../../../contract/notifications/preferences.ts';
import { setQuietHours } from '../../../../contract/notifications/set-quiet-hours.ts';
import { showTime } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Surface } from '../../ui/surface.tsx';

const refresh = ['notifications'];

/** When I am not to be disturbed: what is told meanwhile waits until it ends. */
export function QuietHours({ preferences }: { preferences: Preferences }) {
  const { quiet_hours: now, time_zone: zone } = preferences;
  const [from, setFrom] = useState(now ? showTime(now.from) : '22:00');
  const [until, setUntil] = useState(now ? showTime(now.until) : '07:00');
  const set = useAction(setQuietHours, {
    refresh,
    onSuccess: () => notifyDone(`Quiet from ${from} to ${until}.`),
  });
  const end = useAction(endQuietHours, {
    refresh,
    onSuccess: () => notifyDone('No quiet hours any more.'),
    onError: notifyProblem,
  });
  const errors = fieldErrorsOf(set.error);
  return (
    <Stack gap="sm">
      <Text c="dimmed" size="sm">
        Mail and texts wait until they end, by the clock of {zone}. What would come too late, and
        what is urgent, comes at once. {now ? '' : 'You have none now.'}
      </Text>
      <Surface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            set.mutate({ body: { from, until } });
          }}
        >
          <Stack p="md">
            <FormProblem error={set.error} fields={['from', 'until']} />
            <Group grow align="flex-start">
              <Clock label="From" value={from} onChange={setFrom} error={errors.from} />
              <Clock label="To" value={until} onChange={setUntil} error={errors.until} />
            </Group>
            <Group>
              <Button type="submit" loading={set.isPending} disabled={!from || !until}>
                {now ? 'Save quiet hours' : 'Set quiet hours'}
              </Button>
              {now ? (
                <Button variant="default" loading={end.isPending} onClick={() => end.mutate({})}>
                  No quiet hours
                </Button>
              ) : null}
            </Group>
          </Stack>
        </form>
      </Surface>
    </Stack>
  );
}

type ClockProps = {
  label: string;
  value: string;
  onChange: (time: string) => void;
  error: string | undefined;
};

function Clock({ label, value, onChange, error }: ClockProps) {
  return (
    <TimePicker
      label={label}
      size="md"
      required
      withAsterisk={false}
      minutesStep={15}
      hoursInputLabel={`${label}: hours`}
      minutesInputLabel={`${label}: minutes`}
      value={value}
      onChange={(time) => onChange(time.slice(0, 5))}
      error={error}
    />
  );
}
