import { Button, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { makeTradeWish } from '../../../../contract/trades/make-trade-wish.ts';
import { todayIn } from '../../lib/dates.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { useResources } from '../../lib/use-resources.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { TimeField } from '../../ui/time-field.tsx';
import { refreshed } from './refreshed.ts';

/** What would be taken for mine, whoever has it: rings of such wishes are found and proposed. */
export function MakeWish({ mine, onDone }: { mine: Reservation; onDone: () => void }) {
  const { t } = useTranslation('trades');
  const today = todayIn(useMe().organisation.time_zone);
  const resources = useResources().data ?? [];
  const [resource, setResource] = useState<string | null>(null);
  const [dates, setDates] = useState({ from_date: '', until_date: '' });
  const [times, setTimes] = useState({ start_time: '', end_time: '' });
  const action = useAction(makeTradeWish, {
    refresh: refreshed,
    onSuccess: ({ cycle }) => {
      notifyDone(cycle ? t('wish.met') : t('wish.made'));
      onDone();
    },
  });
  const filled = Object.entries({ resource, ...dates, ...times }).filter(([, said]) => said);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({ body: { reservation: mine.id, wanted: Object.fromEntries(filled) } });
      }}
    >
      <Stack>
        <FormProblem error={action.error} />
        {resources.length > 1 ? (
          <Select
            label={t('ask.resource')}
            placeholder={t('wanted.any')}
            clearable
            data={resources.map(({ id, name }) => ({ value: id, label: name }))}
            value={resource}
            onChange={setResource}
          />
        ) : null}
        <SimpleGrid cols={2}>
          {(['from_date', 'until_date'] as const).map((field) => (
            <TextInput
              key={field}
              type="date"
              label={t(`wish.${field}`)}
              min={today}
              value={dates[field]}
              onChange={(event) => setDates({ ...dates, [field]: event.currentTarget.value })}
            />
          ))}
          {(['start_time', 'end_time'] as const).map((field) => (
            <TimeField
              key={field}
              label={t(`wish.${field}`)}
              optional
              value={times[field]}
              onChange={(time) => setTimes({ ...times, [field]: time })}
            />
          ))}
        </SimpleGrid>
        <Button type="submit" size="md" loading={action.isPending} disabled={filled.length === 0}>
          {t('wish.go')}
        </Button>
      </Stack>
    </form>
  );
}
