import { Button, Radio, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readBookingCalendar } from '../../../../contract/booking/read-booking-calendar.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { askTrade } from '../../../../contract/trades/ask-trade.ts';
import { addDays, isDate, todayIn } from '../../lib/dates.ts';
import { showDateSpan } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { useResources } from '../../lib/use-resources.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import classes from './ask-for-theirs.module.css';
import { refreshed } from './refreshed.ts';

type AskForTheirsProps = { mine: Reservation; onDone: () => void };

/** Theirs is picked from a week of a resource: when it is shows, whose does not. */
export function AskForTheirs({ mine, onDone }: AskForTheirsProps) {
  const { t } = useTranslation('trades');
  const today = todayIn(useMe().organisation.time_zone);
  const resources = useResources().data ?? [];
  const [resource, setResource] = useState(mine.resource);
  const [from, setFrom] = useState(mine.date);
  const [theirs, setTheirs] = useState('');
  const [message, setMessage] = useState('');
  const action = useAction(askTrade, {
    refresh: refreshed,
    onSuccess: () => {
      notifyDone(t('ask.done'));
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({
          body: {
            requester_reservation_id: mine.id,
            target_reservation_id: theirs,
            ...(message.trim() ? { message: message.trim() } : {}),
          },
        });
      }}
    >
      <Stack>
        <FormProblem error={action.error} fields={['message']} />
        <SimpleGrid cols={resources.length > 1 ? 2 : 1}>
          {resources.length > 1 ? (
            <Select
              label={t('ask.resource')}
              allowDeselect={false}
              data={resources.map(({ id, name }) => ({ value: id, label: name }))}
              value={resource}
              onChange={(id) => setResource(id ?? mine.resource)}
            />
          ) : null}
          <TextInput
            type="date"
            label={t('ask.from')}
            min={today}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Theirs resource={resource} from={from} value={theirs} onChange={setTheirs} />
        <Textarea
          label={t('ask.message')}
          autosize
          minRows={1}
          maxLength={500}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          error={fieldErrorsOf(action.error).message}
        />
        <Button type="submit" size="md" loading={action.isPending} disabled={!theirs}>
          {t('ask.go')}
        </Button>
      </Stack>
    </form>
  );
}

type TheirsProps = {
  resource: string;
  from: string;
  value: string;
  onChange: (id: string) => void;
};

function Theirs({ resource, from, value, onChange }: TheirsProps) {
  const { t } = useTranslation('trades');
  const week = useQuery({
    ...queryOf(readBookingCalendar, {
      query: { resource, start_date: from, end_date: isDate(from) ? addDays(from, 6) : from },
    }),
    enabled: isDate(from),
  });
  if (!isDate(from)) return null;
  return (
    <QueryView query={week}>
      {({ calendar }) => {
        const others = calendar
          .flatMap((day) => day.reserved_slots)
          .filter((one) => !one.mine && one.status === 'CONFIRMED')
          .filter((one) => Date.parse(one.starts_at) > Date.now());
        return others.length > 0 ? (
          <Radio.Group label={t('ask.pickTheirs')} value={value} onChange={onChange}>
            <div className={classes.others}>
              {others.map((one) => (
                <Radio
                  key={one.id}
                  value={one.id}
                  label={showDateSpan(one)}
                  description={one.user_name}
                />
              ))}
            </div>
          </Radio.Group>
        ) : (
          <Text size="sm" c="dimmed" role="status">
            {t('ask.noOthers')}
          </Text>
        );
      }}
    </QueryView>
  );
}
