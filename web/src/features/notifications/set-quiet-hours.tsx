import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('notifications');
  const { quiet_hours: now, time_zone: zone } = preferences;
  const [from, setFrom] = useState(now ? showTime(now.from) : '22:00');
  const [until, setUntil] = useState(now ? showTime(now.until) : '07:00');
  const set = useAction(setQuietHours, {
    refresh,
    onSuccess: () => notifyDone(t('quietFromTo', { from, until })),
  });
  const end = useAction(endQuietHours, {
    refresh,
    onSuccess: () => notifyDone(t('quietHoursEnded')),
    onError: notifyProblem,
  });
  const errors = fieldErrorsOf(set.error);
  return (
    <Stack gap="sm">
      <Text c="dimmed" size="sm">
        {t(now ? 'quietHint' : 'quietHintNone', { zone })}
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
              <Clock label={t('from')} value={from} onChange={setFrom} error={errors.from} />
              <Clock label={t('to')} value={until} onChange={setUntil} error={errors.until} />
            </Group>
            <Group>
              <Button type="submit" loading={set.isPending} disabled={!from || !until}>
                {now ? t('saveQuietHours') : t('setQuietHours')}
              </Button>
              {now ? (
                <Button variant="default" loading={end.isPending} onClick={() => end.mutate({})}>
                  {t('noQuietHours')}
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
  const { t } = useTranslation('ui');
  return (
    <TimePicker
      label={label}
      size="md"
      required
      withAsterisk={false}
      minutesStep={15}
      hoursInputLabel={t('hoursOf', { label })}
      minutesInputLabel={t('minutesOf', { label })}
      value={value}
      onChange={(time) => onChange(time.slice(0, 5))}
      error={error}
    />
  );
}
