import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf, todayIn } from '../../lib/dates.ts';
import { useMe } from '../../lib/use-me.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { TimeField } from '../../ui/time-field.tsx';

/** Asks for a moment, and shows the roster as it stood then. */
export function StoodOnForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('duty');
  const { time_zone } = useMe().organisation;
  const navigate = useNavigate();
  const today = todayIn(time_zone);
  const [date, setDate] = useState(today);
  const [time, setTime] = useState('00:00');
  const show = (event: React.FormEvent) => {
    event.preventDefault();
    const as_of = new Date(instantOf(date, time, time_zone)).toISOString();
    onClose();
    void navigate({ to: '.', search: (before) => ({ ...before, as_of }) });
  };
  return (
    <Sheet title={t('asItStood')} opened onClose={onClose}>
      <form onSubmit={show}>
        <Stack>
          <TextInput
            type="date"
            label={t('onDate')}
            required
            max={today}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TimeField label={t('atTime')} value={time} onChange={setTime} />
          <Group justify="flex-end">
            <Button type="submit" disabled={!date || !time}>
              {t('showIt')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
