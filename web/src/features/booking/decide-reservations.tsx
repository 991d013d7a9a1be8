import { Alert, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideReservations } from '../../../../contract/booking/decide-reservations.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { fieldErrorsOf, ProblemError, sentenceOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useSayReservation } from './decide-reservation.tsx';
import { refreshed } from './refreshed.ts';

export type Decision = 'approve' | 'reject';

type DecideReservationsProps = {
  decision: Decision;
  reservations: readonly Reservation[];
  onClose: () => void;
  onDone: (id: string) => void;
  onRefused: (id: string, error: Error) => void;
};

/** Decides the selected at once; what is refused stays in the queue with its sentence. */
export function DecideReservations(props: DecideReservationsProps) {
  const { decision, onClose } = props;
  const { t } = useTranslation('booking');
  // The queue shrinks when they are decided; the dialog keeps them all.
  const [reservations] = useState(props.reservations);
  const [reason, setReason] = useState('');
  const say = useSayReservation();
  const action = useDecideAll(props, reservations.length);
  const refused = action.data?.results.filter(({ ok }) => !ok) ?? [];
  const count = reservations.length;
  return (
    <Sheet title={t(`bulk.title.${decision}`)} opened onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const ids = reservations.map(({ id }) => id);
          const rejection = decision === 'reject' ? { rejection_reason: reason.trim() } : {};
          action.mutate({ body: { ids, action: decision, ...rejection } });
        }}
      >
        <Stack>
          <FormProblem error={action.error} fields={['rejection_reason']} />
          {refused.length > 0 ? (
            <Alert role="alert" color="red" title={t('bulk.refused', { count: refused.length })}>
              {refused.map(({ id, problem }) => (
                <Text key={id} size="sm">
                  {problem ? sentenceOf(new ProblemError(409, problem)) : null}
                </Text>
              ))}
            </Alert>
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {t('bulk.what', { count })}
              </Text>
              <List size="sm" mah={240} style={{ overflowY: 'auto' }} tabIndex={0}>
                {reservations.map((reservation) => (
                  <List.Item key={reservation.id}>{say(reservation)}</List.Item>
                ))}
              </List>
              {decision === 'reject' ? (
                <Textarea
                  label={t('decide.reason')}
                  description={t('bulk.reasonRead')}
                  required
                  autosize
                  minRows={2}
                  maxLength={1000}
                  data-autofocus
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                  error={fieldErrorsOf(action.error).rejection_reason}
                />
              ) : null}
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {refused.length > 0 ? t('bulk.close') : t('bulk.keep')}
            </Button>
            {refused.length === 0 ? (
              <Button
                type="submit"
                color={decision === 'reject' ? 'red' : 'cobalt'}
                loading={action.isPending}
                disabled={decision === 'reject' && !reason.trim()}
              >
                {decision === 'reject'
                  ? t('queue.rejectSome', { count })
                  : t('queue.approveSome', { count })}
              </Button>
            ) : null}
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}

function useDecideAll(
  { decision, onClose, onDone, onRefused }: DecideReservationsProps,
  all: number,
) {
  const { t } = useTranslation('booking');
  return useAction(decideReservations, {
    refresh: refreshed,
    onSuccess: ({ results }) => {
      for (const { id, ok, problem } of results) {
        if (ok) onDone(id);
        else onRefused(id, new ProblemError(409, problem ?? {}));
      }
      const count = results.filter(({ ok }) => ok).length;
      if (count > 0) notifyDone(t(`bulk.done.${decision}`, { count }));
      if (count === all) onClose();
    },
  });
}
