import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideReservation } from '../../../../contract/booking/decide-reservation.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { refreshed } from './refreshed.ts';

/** A reservation and when it is, in one line. */
export function useSayReservation() {
  const { t } = useTranslation('booking');
  return (
    one: Pick<Reservation, 'user_name' | 'resource_name' | 'date' | 'start_time' | 'end_time'>,
  ) =>
    t('read.line', {
      name: one.user_name ?? t('slot.someone'),
      resource: one.resource_name,
      date: showDate(one.date),
      span: showSpan(one),
    });
}

type DecideOptions = { onRefused?: (id: string, error: Error) => void };

/** Approving as an action: for the button here and the keys of the queue. */
export function useApproveReservation({ onRefused }: DecideOptions = {}) {
  const { t } = useTranslation('booking');
  const say = useSayReservation();
  return useAction(decideReservation, {
    refresh: refreshed,
    onSuccess: (reservation) => notifyDone(t('decide.approved', { what: say(reservation) })),
    onError: (error, { params }) => onRefused?.(String(params.id), error),
  });
}

/** Approve or reject one reservation. */
export function DecideReservation({ reservation }: { reservation: Reservation }) {
  const { t } = useTranslation('booking');
  const [rejecting, setRejecting] = useState(false);
  const action = useApproveReservation();
  return (
    <>
      <FormProblem error={action.error} />
      <Group gap="xs">
        <Button
          leftSection={<IconCheck size={16} />}
          loading={action.isPending}
          onClick={() =>
            action.mutate({ params: { id: reservation.id }, body: { action: 'approve' } })
          }
        >
          {t('decide.approve')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size={16} />}
          onClick={() => setRejecting(true)}
        >
          {t('decide.reject')}
        </Button>
      </Group>
      <RejectReservationDialog
        reservation={rejecting ? reservation : undefined}
        onClose={() => setRejecting(false)}
      />
    </>
  );
}

type RejectDialogProps = {
  reservation: Reservation | undefined;
  onClose: () => void;
  onRejected?: (id: string) => void;
};

/** The dialog of a rejection: its reason goes to the person. */
export function RejectReservationDialog({ reservation, onClose, onRejected }: RejectDialogProps) {
  const { t } = useTranslation('booking');
  return (
    <Sheet title={t('decide.rejectTitle')} opened={!!reservation} onClose={onClose}>
      {reservation ? (
        <RejectForm
          reservation={reservation}
          onDone={() => {
            onClose();
            onRejected?.(reservation.id);
          }}
          onCancel={onClose}
        />
      ) : null}
    </Sheet>
  );
}

type RejectFormProps = { reservation: Reservation; onDone: () => void; onCancel: () => void };

function RejectForm({ reservation, onDone, onCancel }: RejectFormProps) {
  const { t } = useTranslation('booking');
  const say = useSayReservation();
  const [reason, setReason] = useState('');
  const action = useAction(decideReservation, {
    refresh: refreshed,
    onSuccess: () => {
      notifyDone(t('decide.rejected', { name: reservation.user_name ?? t('slot.someone') }));
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({
          params: { id: reservation.id },
          body: { action: 'reject', rejection_reason: reason.trim() },
        });
      }}
    >
      <Stack>
        <Text c="dimmed">{say(reservation)}</Text>
        <FormProblem error={action.error} fields={['rejection_reason']} />
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reasonRead')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldErrorsOf(action.error).rejection_reason}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('decide.keep')}
          </Button>
          <Button type="submit" color="red" loading={action.isPending} disabled={!reason.trim()}>
            {t('decide.reject')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
