import { Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finalizePeriod } from '../../../../contract/rota/finalize-period.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { fieldErrorsOf, isRefusal } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import classes from './finalize-period.module.css';
import type { PeriodWithShifts } from './read-period.tsx';

type Gaps = PeriodWithShifts['coverage_summary']['gaps'];
type FinalizePeriodProps = { period: PeriodWithShifts; onDone: () => void };

/** Finalizes a period; refused while windows are open, and then offered by force with a reason. */
export function FinalizePeriod({ period, onDone }: FinalizePeriodProps) {
  const { t } = useTranslation(['rota', 'ui']);
  const [reason, setReason] = useState('');
  const action = useAction(finalizePeriod, {
    onSuccess: ({ message }) => {
      notifyDone(message);
      onDone();
    },
  });
  const [open, setOpen] = useState<Gaps>();
  const send = (body: { force?: boolean; reason?: string }) =>
    action.mutate(
      { params: { id: period.id }, body },
      {
        onError: (error) => {
          if (isRefusal(error, 'coverage_open')) setOpen(error.facts.gaps as Gaps);
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(open ? { force: true, reason: reason.trim() } : {});
      }}
    >
      <Stack>
        <WhatHappens period={period} />
        {isRefusal(action.error, 'coverage_open') ? null : (
          <FormProblem error={action.error} fields={['reason']} />
        )}
        {open ? (
          <>
            <OpenWindows gaps={open} />
            <Textarea
              label={t('ui:reason')}
              description={t('whyFinalized')}
              required
              autosize
              autoFocus
              minRows={2}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={fieldErrorsOf(action.error).reason}
            />
          </>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('notYet')}
          </Button>
          <Button
            type="submit"
            color={open ? 'red' : 'cobalt'}
            loading={action.isPending}
            disabled={!!open && !reason.trim()}
          >
            {open ? t('finalizeInSpite') : t('finalize')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function WhatHappens({ period }: { period: PeriodWithShifts }) {
  const { t } = useTranslation(['rota', 'ui']);
  const waiting = period.coverage_summary.pending_requests;
  return (
    <List size="sm" spacing={4}>
      <List.Item>{t('nothingChangesAnyMore', { name: period.name })}</List.Item>
      <List.Item>
        {waiting > 0 ? t('stillWaiting', { count: waiting }) : t('noRequestWaits')}
      </List.Item>
      <List.Item>{t('everyoneOnIsTold')}</List.Item>
    </List>
  );
}

function OpenWindows({ gaps }: { gaps: Gaps }) {
  const { t } = useTranslation(['rota', 'ui']);
  return (
    <section role="alert" className={classes.open} aria-label={t('notCovered')}>
      <Text fw={600} size="sm">
        {t('windowsNotCovered', { count: gaps.length })}
      </Text>
      <ul className={classes.gaps}>
        {gaps.map(({ date, window, spans }) => (
          <li key={`${date} ${window}`}>
            {showDate(date)}, {window} {spans.map((span) => showSpan(span)).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
