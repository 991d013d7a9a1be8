import { Button, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addAbsence } from '../../../../contract/availability/add-absence.ts';
import { todayIn } from '../../lib/dates.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { TimeField } from '../../ui/time-field.tsx';

const fields = ['start_date', 'end_date', 'start_time', 'end_time', 'reason'] as const;

type AddAbsenceProps = { person: string; whose?: string; onDone: () => void };

/** From when to when someone is away; whole days unless said otherwise. */
export function AddAbsence({ person, whose, onDone }: AddAbsenceProps) {
  const { t } = useTranslation('people');
  const today = todayIn(useMe().organisation.time_zone);
  const [days, setDays] = useState({ start_date: today, end_date: today });
  const [whole, setWhole] = useState(true);
  const [times, setTimes] = useState({ start_time: '', end_time: '' });
  const [reason, setReason] = useState('');
  const action = useAction(addAbsence, {
    refresh: ['availability', 'assistant', 'journal'],
    onSuccess: () => {
      notifyDone(t('theAbsenceIsEntered'));
      onDone();
    },
  });
  const errors = fieldErrorsOf(action.error);
  const setStart = (start_date: string) =>
    setDays(({ end_date }) => ({
      start_date,
      end_date: end_date < start_date ? start_date : end_date,
    }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({ body: { person, ...days, ...(whole ? {} : times), reason } });
      }}
    >
      <Stack>
        <FormProblem error={action.error} fields={fields} />
        <SimpleGrid cols={2}>
          <TextInput
            type="date"
            label={t('firstDay')}
            required
            data-autofocus
            value={days.start_date}
            onChange={(event) => setStart(event.currentTarget.value)}
            error={errors.start_date}
          />
          <TextInput
            type="date"
            label={t('lastDay')}
            required
            min={days.start_date}
            value={days.end_date}
            onChange={(event) => setDays({ ...days, end_date: event.currentTarget.value })}
            error={errors.end_date}
          />
        </SimpleGrid>
        <Switch
          label={t('wholeDays')}
          checked={whole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
        />
        {whole ? null : <Times times={times} onChange={setTimes} errors={errors} />}
        <TextInput
          label={t('reasonOptional')}
          description={whose ? t('seenBy', { whose }) : t('seenByYou')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors.reason}
        />
        <Text size="sm" c="dimmed">
          {t('timesHint')}
        </Text>
        <Button type="submit" size="md" loading={action.isPending}>
          {t('enterTheAbsence')}
        </Button>
      </Stack>
    </form>
  );
}

type Span = { start_time: string; end_time: string };
type TimesProps = {
  times: Span;
  onChange: (times: Span) => void;
  errors: Partial<Record<string, string>>;
};

function Times({ times, onChange, errors }: TimesProps) {
  const { t } = useTranslation('people');
  return (
    <SimpleGrid cols={2}>
      <TimeField
        label={t('from')}
        value={times.start_time}
        onChange={(start_time) => onChange({ ...times, start_time })}
        error={errors.start_time}
      />
      <TimeField
        label={t('until')}
        value={times.end_time}
        onChange={(end_time) => onChange({ ...times, end_time })}
        error={errors.end_time}
      />
    </SimpleGrid>
  );
}
