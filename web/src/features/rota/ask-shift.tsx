import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { askShift } from '../../../../contract/rota/ask-shift.ts';
import { listPeriods } from '../../../../contract/rota/list-periods.ts';
import { isDate, todayIn } from '../../lib/dates.ts';
import { showDate } from '../../lib/format.ts';
import { readAsk, useOverlays } from '../../lib/overlays.ts';
import { fieldErrorsOf, isRefusal } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { MentionTextarea } from '../../ui/mention-textarea.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { LoadError } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AskForSomeone } from './ask-for-someone.tsx';
import { type ShiftSpan, ShiftSpanFields, spanFields } from './shift-span-fields.tsx';
import { WindowPresets } from './window-presets.tsx';

/** The dialog in which a person asks for a shift; an admin may put someone on at once. */
export function AskShift({ ask }: { ask: string }) {
  const { t } = useTranslation('rota');
  const { close } = useOverlays();
  const today = todayIn(useMe().organisation.time_zone);
  const { date, start_time = '', end_time = '', person } = readAsk(ask);
  const asked: ShiftSpan = {
    date: isDate(date) ? date : today,
    start_time,
    end_time,
    overnight: start_time !== '' && end_time <= start_time,
  };
  return (
    <Sheet title={t('askForShift')} opened onClose={close}>
      <AskShiftForm asked={asked} person={person} onDone={close} />
    </Sheet>
  );
}

type AskShiftFormProps = { asked: ShiftSpan; person: string | undefined; onDone: () => void };

function AskShiftForm({ asked, person, onDone }: AskShiftFormProps) {
  const { t } = useTranslation('rota');
  const mayDecide = useMay('shift.decide');
  const form = useAskShift(asked, mayDecide ? person : undefined, onDone);
  const { span, setSpan, period, errors, action, someone } = form;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
    >
      <Stack>
        <FormProblem error={action.error} fields={[...spanFields, 'notes', 'requested_by']}>
          {isRefusal(action.error, 'overtime') && someone ? (
            <Button variant="default" mt="xs" onClick={() => form.send(true)}>
              {t('approveWithOvertime')}
            </Button>
          ) : null}
        </FormProblem>
        <WindowPresets date={span.date} onPick={(picked) => setSpan({ ...span, ...picked })} />
        <ShiftSpanFields span={span} onChange={setSpan} errors={errors} />
        <PeriodOf date={span.date} form={form} />
        <MentionTextarea
          label={t('notesOptional')}
          placeholder={t('notesHint')}
          autosize
          minRows={2}
          maxLength={1000}
          value={form.notes}
          onChange={form.setNotes}
          error={errors.notes}
        />
        {mayDecide ? (
          <AskForSomeone value={someone} onChange={form.setSomeone} error={errors.requested_by} />
        ) : null}
        <Button
          type="submit"
          size="md"
          loading={action.isPending}
          disabled={!period || !span.start_time || !span.end_time}
        >
          {someone ? t('putThemOn') : t('ask')}
        </Button>
      </Stack>
    </form>
  );
}

function useAskShift(asked: ShiftSpan, person: string | undefined, onDone: () => void) {
  const { t } = useTranslation('rota');
  const [span, setSpan] = useState(asked);
  const [notes, setNotes] = useState('');
  const [someone, setSomeone] = useState(person);
  const periods = useQuery(queryOf(listPeriods, { query: { limit: 50 } }));
  // A locked period takes no requests any more, but who decides may still put someone on in it.
  const period = periods.data?.find(
    ({ start_date, end_date, can }) =>
      start_date <= span.date && span.date <= end_date && (someone ? can.decide : can.ask),
  );
  const action = useAction(askShift, {
    onSuccess: (shift) => {
      notifyDone(
        shift.status === 'APPROVED'
          ? t('isOnDate', { name: shift.requested_by_name, date: showDate(shift.date) })
          : t('askedFor', { date: showDate(shift.date) }),
      );
      onDone();
    },
  });
  const send = (override_overtime = false) => {
    if (!period) return;
    action.mutate({
      body: {
        schedule_period: period.id,
        ...span,
        ...(notes.trim() ? { notes: notes.trim() } : {}),
        ...(someone ? { admin_direct: true, requested_by: someone } : {}),
        ...(override_overtime ? { override_overtime } : {}),
      },
    });
  };
  const errors = fieldErrorsOf(action.error);
  return {
    span,
    setSpan,
    notes,
    setNotes,
    someone,
    setSomeone,
    periods,
    period,
    action,
    errors,
    send,
  };
}

function PeriodOf({ date, form }: { date: string; form: ReturnType<typeof useAskShift> }) {
  const { t } = useTranslation('rota');
  const { periods, period } = form;
  const mayCreate = useMay('period.create');
  if (periods.isError) {
    return <LoadError error={periods.error} onRetry={() => periods.refetch()} />;
  }
  if (!periods.data || !isDate(date)) return null;
  if (period) {
    return (
      <Text size="sm" c="dimmed">
        <Trans t={t} i18nKey="inThePeriod" components={{ name: <strong>{period.name}</strong> }} />
      </Text>
    );
  }
  return (
    <Text size="sm" c="var(--cb-open)" role="status">
      {t('noOpenPeriodHas', { date: showDate(date) })}{' '}
      {mayCreate ? (
        <Anchor component={Link} to="/periods" inherit underline="always">
          {t('openAPeriod')}
        </Anchor>
      ) : (
        t('chooseAnotherDay')
      )}
    </Text>
  );
}
