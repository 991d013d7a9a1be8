import { Chip, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { toTime } from '../../lib/dates.ts';
import { showDate, showMinutes, showTime } from '../../lib/format.ts';
import { TimeField } from '../../ui/time-field.tsx';
import { freeRange, minutesOfSpan, slotsOf } from './slots-of-day.ts';
import type { SpanCheck } from './use-span-check.ts';
import type { Span, WhyNot } from './why-not-span.ts';

export const spanFields = ['date', 'start_time', 'end_time'] as const;

type SpanFieldsProps = {
  span: Span;
  onChange: (span: Span) => void;
  resource: Resource;
  check: SpanCheck;
  errors: Partial<Record<string, string>>;
};

/** Date, from when to when, how long in one tap; what can't be is said at its field at once. */
export function SpanFields({ span, onChange, resource, check, errors }: SpanFieldsProps) {
  const { t } = useTranslation('booking');
  const { whyNot } = check;
  const errorOf = (field: keyof Span) =>
    whyNot?.field === field ? sayWhyNot(whyNot, t) : errors[field];
  const lengths = lengthsOf(span, check, resource);
  return (
    <Stack gap="sm">
      <TextInput
        type="date"
        label={t('form.date')}
        required
        value={span.date}
        onChange={(event) => onChange({ ...span, date: event.currentTarget.value })}
        error={errorOf('date')}
      />
      <SimpleGrid cols={2}>
        <TimeField
          label={t('form.from')}
          value={span.start_time}
          onChange={(start_time) => onChange(keepLength(span, start_time))}
          error={errorOf('start_time')}
        />
        <TimeField
          label={t('form.to')}
          value={span.end_time}
          onChange={(end_time) => onChange({ ...span, end_time })}
          error={errorOf('end_time')}
        />
      </SimpleGrid>
      {lengths.length > 1 ? (
        <Chip.Group
          value={span.end_time}
          onChange={(end_time) => onChange({ ...span, end_time: String(end_time) })}
        >
          <Group gap="xs" role="radiogroup" aria-label={t('form.howLong')}>
            {lengths.map(({ minutes, end }) => (
              <Chip key={end} value={end} size="sm">
                {showMinutes(minutes)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      ) : null}
    </Stack>
  );
}

/** Another start keeps how long it is. */
function keepLength(span: Span, start_time: string): Span {
  if (!span.start_time || !span.end_time || !start_time) return { ...span, start_time };
  const { from, to } = minutesOfSpan(span);
  const end = minutesOfSpan({ start_time, end_time: '00:00' }).from + (to - from);
  return to > from && end <= 24 * 60
    ? { ...span, start_time, end_time: toTime(end) }
    : { ...span, start_time };
}

const lengthsMax = 5;

/** How long it could be from its start on: one slot, two, as far as it is free and allowed. */
function lengthsOf(span: Span, { day }: SpanCheck, { settings }: Resource) {
  if (!day || !span.start_time) return [];
  const slots = slotsOf(day);
  const { from } = minutesOfSpan(span);
  const first = slots.find((slot) => slot.from === from && slot.available);
  if (!first) return [];
  const ends = Array.from({ length: lengthsMax }, (_, more) =>
    freeRange(slots, first.index, Math.min(slots.length - 1, first.index + more)),
  );
  return [...new Set(ends.flatMap((range) => (range ? [range.to] : [])))]
    .map((to) => ({ minutes: to - from, end: toTime(to) }))
    .filter(
      ({ minutes }) => minutes >= settings.stay_minutes_min && minutes <= settings.stay_minutes_max,
    );
}

type T = ReturnType<typeof useTranslation<'booking'>>['t'];

function sayWhyNot({ why, time, minutes, date }: WhyNot, t: T): string {
  return t(`whyNot.${why}`, {
    time: showTime(time ?? ''),
    length: showMinutes(minutes ?? 0),
    date: date ? showDate(date) : '',
  });
}
