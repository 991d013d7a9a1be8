import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelReservation } from '../../../../contract/booking/cancel-reservation.ts';
import { cancelRest } from '../../../../contract/booking/cancel-rest.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { refreshed } from './refreshed.ts';

export type Which = 'this' | 'rest';

/** Cancel a reservation, after asking once; of a series this one or it and all that follow. */
export function CancelReservation({ reservation }: { reservation: Reservation }) {
  const { t } = useTranslation('booking');
  const [opened, { open, close }] = useDisclosure();
  const [which, setWhich] = useState<Which>('this');
  const done = (said: string) => ({
    refresh: refreshed,
    onSuccess: () => {
      notifyDone(said);
      close();
    },
  });
  const one = useAction(cancelReservation, done(t('cancel.done')));
  const rest = useAction(cancelRest, done(t('cancel.doneRest')));
  const action = which === 'rest' ? rest : one;
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} />} onClick={open}>
        {t('cancel.open')}
      </Button>
      <Sheet title={t('cancel.title')} opened={opened} onClose={close}>
        <Stack>
          <Text>
            {t('cancel.what', { date: showDate(reservation.date), span: showSpan(reservation) })}
          </Text>
          {reservation.series ? <WhichOfSeries which={which} onChange={setWhich} /> : null}
          <FormProblem error={action.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel.keep')}
            </Button>
            <Button
              color="red"
              loading={action.isPending}
              onClick={() => action.mutate({ params: { id: reservation.id } })}
            >
              {which === 'rest' ? t('cancel.goRest') : t('cancel.go')}
            </Button>
          </Group>
        </Stack>
      </Sheet>
    </>
  );
}

type WhichOfSeriesProps = { which: Which; onChange: (which: Which) => void };

/** Only this one of a series, or it and all that follow. */
export function WhichOfSeries({ which, onChange }: WhichOfSeriesProps) {
  const { t } = useTranslation('booking');
  return (
    <Radio.Group
      label={t('series.which')}
      value={which}
      onChange={(value) => onChange(value === 'rest' ? 'rest' : 'this')}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="this" label={t('series.this')} />
        <Radio value="rest" label={t('series.rest')} />
      </Stack>
    </Radio.Group>
  );
}
