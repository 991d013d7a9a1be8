import { Button, Stack } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { redriveJob } from '../../../../contract/jobs/redrive-job.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

/** Has work that was given up tried again. */
export function RedriveJob({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation('jobs');
  const action = useAction(redriveJob, {
    refresh: ['jobs', 'journal'],
    onSuccess: () => notifyDone(t('triedAgain')),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <FormProblem error={action.error} fields={[]} />
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={action.isPending}
        aria-label={t('tryAgainNamed', { title })}
        onClick={() => action.mutate({ params: { id }, body: {} })}
      >
        {t('tryAgain')}
      </Button>
    </Stack>
  );
}
