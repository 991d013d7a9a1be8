import { useTranslation } from 'react-i18next';
import { makeReservation } from '../../../../contract/booking/make-reservation.ts';
import { makeSeries } from '../../../../contract/booking/make-series.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone } from '../../ui/notify.ts';
import { refreshed } from './refreshed.ts';
import type { Repeat } from './repeat-fields.tsx';
import type { Span } from './why-not-span.ts';

type Wanted = { span: Span; resource: Resource; notes: string; repeat: Repeat };

/** Reserves once, or every week: then all of it, or on request what is free of it. */
export function useMakeReservation({ span, resource, notes, repeat }: Wanted, onDone: () => void) {
  const { t } = useTranslation('booking');
  const once = useAction(makeReservation, {
    refresh: refreshed,
    onSuccess: (made) => {
      const what = { date: showDate(made.date), span: showSpan(made) };
      notifyDone(made.status === 'PENDING' ? t('make.asked', what) : t('make.done', what));
      onDone();
    },
  });
  const weekly = useAction(makeSeries, {
    refresh: refreshed,
    onSuccess: ({ series }) => {
      notifyDone(t('make.doneTimes', { count: series.reservations.length }));
      onDone();
    },
  });
  const send = (partial = false) => {
    const body = {
      ...span,
      resource: resource.id,
      ...(notes.trim() ? { notes: notes.trim() } : {}),
    };
    if (!repeat.weekly) return once.mutate({ body });
    const rrule = `FREQ=WEEKLY;UNTIL=${repeat.until.replaceAll('-', '')}`;
    weekly.mutate({ body: { ...body, rrule, ...(partial ? { partial } : {}) } });
  };
  const action = repeat.weekly ? weekly : once;
  return { send, error: action.error, isPending: action.isPending };
}
