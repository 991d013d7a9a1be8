import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editReservation } from '../../../../contract/booking/edit-reservation.ts';
import { editRest } from '../../../../contract/booking/edit-rest.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { daysBetween, isDate } from '../../lib/dates.ts';
import { showTime } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { resourceOf, useResources } from '../../lib/use-resources.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { type Which, WhichOfSeries } from './cancel-reservation.tsx';
import { refreshed } from './refreshed.ts';
import { SeriesClashes } from './series-clashes.tsx';
import { SpanFields, spanFields } from './span-fields.tsx';
import { SpanVerdict } from './span-verdict.tsx';
import { useSpanCheck } from './use-span-check.ts';
import type { Span } from './why-not-span.ts';

type EditProps = { reservation: Reservation; onDone: () => void };

/** The form that moves a reservation or changes its notes; of a series it alone or it and the rest. */
export function EditReservation(props: EditProps) {
  const resources = useResources();
  return (
    <QueryView query={resources}>{(all) => <EditForm {...props} resources={all} />}</QueryView>
  );
}

function EditForm({ reservation, onDone, resources }: EditProps & { resources: Resource[] }) {
  const { t } = useTranslation('booking');
  const [span, setSpan] = useState<Span>({
    date: reservation.date,
    start_time: showTime(reservation.start_time),
    end_time: showTime(reservation.end_time),
  });
  const [notes, setNotes] = useState(reservation.notes);
  const [of, setOf] = useState(reservation.resource);
  const [which, setWhich] = useState<Which>('this');
  const resource = resourceOf(resources, of);
  const { save, error, isPending } = useEdit(reservation, which, onDone);
  const errors = fieldErrorsOf(error);
  if (!resource) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save({ ...span, notes: notes.trim(), resource: of });
      }}
    >
      <Stack>
        <SeriesClashes error={error} times={0}>
          <FormProblem error={error} fields={[...spanFields, 'notes']} />
        </SeriesClashes>
        {reservation.series ? <WhichOfSeries which={which} onChange={setWhich} /> : null}
        {resources.length > 1 && which === 'this' ? (
          <Select
            label={t('form.resource')}
            allowDeselect={false}
            data={resources.map(({ id, name }) => ({ value: id, label: name }))}
            value={of}
            onChange={(id) => setOf(id ?? reservation.resource)}
          />
        ) : null}
        <CheckedSpan
          span={span}
          onChange={setSpan}
          resource={resource}
          reservation={reservation}
          errors={errors}
        />
        <Textarea
          label={t('form.notes')}
          autosize
          minRows={1}
          maxLength={1000}
          value={notes}
          onChange={(event) => setNotes(event.currentTarget.value)}
          error={errors.notes}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('edit.back')}
          </Button>
          <Button type="submit" loading={isPending} disabled={!span.start_time || !span.end_time}>
            {t('edit.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type CheckedSpanProps = {
  span: Span;
  onChange: (span: Span) => void;
  resource: Resource;
  reservation: Reservation;
  errors: Partial<Record<string, string>>;
};

function CheckedSpan({ span, onChange, resource, reservation, errors }: CheckedSpanProps) {
  const check = useSpanCheck(span, resource, reservation.id);
  const moved =
    span.date !== reservation.date ||
    span.start_time !== showTime(reservation.start_time) ||
    span.end_time !== showTime(reservation.end_time) ||
    resource.id !== reservation.resource;
  return (
    <>
      <SpanFields
        span={span}
        onChange={onChange}
        resource={resource}
        check={check}
        errors={errors}
      />
      {moved ? <SpanVerdict span={span} check={check} /> : null}
    </>
  );
}

type Change = Span & { notes: string; resource: string };

function useEdit(reservation: Reservation, which: Which, onDone: () => void) {
  const { t } = useTranslation('booking');
  const onSuccess = () => {
    notifyDone(t('edit.done'));
    onDone();
  };
  const one = useAction(editReservation, {
    version: () => reservation.version,
    refresh: refreshed,
    onSuccess,
  });
  const rest = useAction(editRest, { refresh: refreshed, onSuccess });
  const params = { id: reservation.id };
  const save = ({ date, resource, ...change }: Change) => {
    if (which === 'this') return one.mutate({ params, body: { ...change, date, resource } });
    const days_later = isDate(date) ? daysBetween(reservation.date, date) : 0;
    rest.mutate({ params, body: { ...change, ...(days_later ? { days_later } : {}) } });
  };
  const action = which === 'this' ? one : rest;
  return { save, error: action.error, isPending: action.isPending };
}
