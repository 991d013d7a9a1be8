import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthCalendar } from '../../../../contract/calendar/month-calendar.ts';
import { offerShift } from '../../../../contract/offers/offer-shift.ts';
import { readShift } from '../../../../contract/rota/read-shift.ts';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { monthOf, todayIn } from '../../lib/dates.ts';
import { joined, showDate, showSpan } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { refreshed } from './refreshed.ts';

/** Offers a shift of one's own: to all, to one, or for one of theirs. */
export function OfferShift({ id, onDone }: { id: string; onDone: () => void }) {
  const shift = useQuery(queryOf(readShift, { params: { id } }));
  return (
    <QueryView query={shift}>{(read) => <OfferShiftForm shift={read} onDone={onDone} />}</QueryView>
  );
}

function OfferShiftForm({ shift, onDone }: { shift: Shift; onDone: () => void }) {
  const { t } = useTranslation(['offers', 'ui']);
  const [to, setTo] = useState<string | null>(null);
  const [exchange, setExchange] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const { colleagues, shiftsOf } = useColleagues(shift.date);
  const action = useAction(offerShift, {
    refresh: refreshed,
    onSuccess: () => {
      notifyDone(t('offered'));
      onDone();
    },
  });
  const errors = fieldErrorsOf(action.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({
          body: {
            shift: shift.id,
            ...(to ? { to } : {}),
            ...(exchange ? { exchange_for: exchange } : {}),
            ...(message.trim() ? { message: message.trim() } : {}),
          },
        });
      }}
    >
      <Stack>
        <Text>
          {t('staysYours', { date: showDate(shift.date, 'long'), span: showSpan(shift) })}
        </Text>
        <FormProblem error={action.error} fields={['to', 'exchange_for', 'message']} />
        <Select
          label={t('to')}
          placeholder={t('ui:everyone')}
          clearable
          searchable
          data={colleagues}
          value={to}
          onChange={(person) => {
            setTo(person);
            setExchange(null);
          }}
          error={errors.to}
        />
        {to ? (
          <Select
            label={t('inExchange')}
            placeholder={t('nothing')}
            clearable
            data={shiftsOf(to)}
            value={exchange}
            onChange={setExchange}
            error={errors.exchange_for}
          />
        ) : null}
        <Textarea
          label={t('messageOptional')}
          autosize
          minRows={2}
          maxLength={500}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          error={errors.message}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:keepIt')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('offerIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Who else is on in the shift's month, and when: members can't read the directory. */
function useColleagues(date: string) {
  const { id: me, organisation } = useMe();
  const today = todayIn(organisation.time_zone);
  const weeks = useQuery(queryOf(monthCalendar, { params: monthOf(date), query: {} })).data?.weeks;
  const others = (weeks ?? [])
    .flatMap((week) => week.days.flatMap((day) => day.shifts))
    .filter((shift) => shift.pa_id !== me);
  const names = new Map(others.map(({ pa_id, pa_name }) => [pa_id, pa_name]));
  return {
    colleagues: [...names].map(([value, label]) => ({ value, label })),
    shiftsOf: (person: string) =>
      [...new Map(others.map((shift) => [shift.id, shift])).values()]
        .filter((shift) => shift.pa_id === person && shift.date >= today)
        .map((shift) => ({
          value: shift.id,
          label: joined(showDate(shift.date), showSpan(shift)),
        })),
  };
}
