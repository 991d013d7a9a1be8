import { Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { isDate, todayIn } from '../../lib/dates.ts';
import { showTime } from '../../lib/format.ts';
import { readBook, useOverlays } from '../../lib/overlays.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useMe } from '../../lib/use-me.ts';
import { resourceOf, useResources } from '../../lib/use-resources.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { type Repeat, RepeatFields, timesOf } from './repeat-fields.tsx';
import { SeriesClashes } from './series-clashes.tsx';
import { SpanFields, spanFields } from './span-fields.tsx';
import { SpanVerdict } from './span-verdict.tsx';
import { useMakeReservation } from './use-make-reservation.ts';
import { useSpanCheck } from './use-span-check.ts';
import type { Span } from './why-not-span.ts';

/** The dialog in which a span is reserved, once or every week: filled in by what was tapped. */
export function MakeReservation({ book }: { book: string }) {
  const { t } = useTranslation('booking');
  const { close } = useOverlays();
  const resources = useResources();
  const asked = readBook(book);
  const [resource, setResource] = useState(asked.resource);
  return (
    <Sheet title={t('make.title')} opened onClose={close}>
      <QueryView query={resources}>
        {(all) => {
          const chosen = resourceOf(all, resource);
          return chosen ? (
            <Stack>
              {all.length > 1 ? (
                <Select
                  label={t('form.resource')}
                  allowDeselect={false}
                  data={all.map(({ id, name }) => ({ value: id, label: name }))}
                  value={chosen.id}
                  onChange={(id) => setResource(id ?? undefined)}
                />
              ) : (
                <Text fw={600}>{chosen.name}</Text>
              )}
              <MakeForm asked={asked} resource={chosen} onDone={close} />
            </Stack>
          ) : null;
        }}
      </QueryView>
    </Sheet>
  );
}

type MakeFormProps = {
  asked: ReturnType<typeof readBook>;
  resource: Resource;
  onDone: () => void;
};

function MakeForm({ asked, resource, onDone }: MakeFormProps) {
  const { t } = useTranslation('booking');
  const today = todayIn(useMe().organisation.time_zone);
  const [filled, setFilled] = useState<Span>({
    date: isDate(asked.date) ? asked.date : today,
    start_time: asked.start_time ?? '',
    end_time: asked.end_time ?? '',
  });
  const [touched, setTouched] = useState(asked.start_time !== undefined);
  const [notes, setNotes] = useState('');
  const [repeat, setRepeat] = useState<Repeat>({ weekly: false, until: '' });
  const before = useSpanCheck(filled, resource);
  const first = before.day?.available_slots.find(({ available }) => available);
  // Nothing was tapped: the first that is free stands there, so that one tap more books it.
  const span: Span =
    touched || !first
      ? filled
      : { ...filled, start_time: showTime(first.start_time), end_time: showTime(first.end_time) };
  const check = useSpanCheck(span, resource);
  const { send, error, isPending } = useMakeReservation({ span, resource, notes, repeat }, onDone);
  const errors = fieldErrorsOf(error);
  const times = repeat.weekly ? timesOf(span.date, repeat.until) : 1;
  const waits = check.primeTime || check.preview?.status === 'PENDING';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack>
        <SeriesClashes error={error} times={times} onPartial={() => send(true)} loading={isPending}>
          <FormProblem error={error} fields={[...spanFields, 'notes']} />
        </SeriesClashes>
        <SpanFields
          span={span}
          onChange={(changed) => {
            setTouched(touched || changed.date === span.date);
            setFilled(changed.date === span.date ? changed : { ...filled, ...changed });
          }}
          resource={resource}
          check={check}
          errors={errors}
        />
        <SpanVerdict span={span} check={check} />
        <RepeatFields repeat={repeat} onChange={setRepeat} date={span.date} />
        <Textarea
          label={t('form.notes')}
          autosize
          minRows={1}
          maxLength={1000}
          value={notes}
          onChange={(event) => setNotes(event.currentTarget.value)}
          error={errors.notes}
        />
        <Button
          type="submit"
          size="md"
          data-autofocus={touched || undefined}
          loading={isPending}
          disabled={
            !span.start_time ||
            !span.end_time ||
            check.whyNot !== null ||
            (times === 1 && !!check.preview?.why_not) ||
            times < 1
          }
        >
          {sayButton(t, times, waits)}
        </Button>
      </Stack>
    </form>
  );
}

function sayButton(
  t: ReturnType<typeof useTranslation<'booking'>>['t'],
  times: number,
  waits: boolean,
): string {
  if (times > 1)
    return waits ? t('make.askTimes', { count: times }) : t('make.times', { count: times });
  return waits ? t('make.ask') : t('make.once');
}
