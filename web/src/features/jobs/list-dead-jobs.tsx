import { Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeadJob } from '../../../../contract/jobs/dead-job.ts';
import { listDeadJobs } from '../../../../contract/jobs/list-dead-jobs.ts';
import { showInstant } from '../../lib/format.ts';
import { pagesOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { LoadError, RowsLoading } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-dead-jobs.module.css';
import { RedriveJob } from './redrive-job.tsx';

/** Work of the program that failed as often as it may: why, and trying it again. */
export function DeadJobsPage() {
  const { t } = useTranslation('jobs');
  return (
    <Page title={t('title')} description={t('description')} narrow>
      <DeadJobs />
    </Page>
  );
}

function DeadJobs() {
  const { t } = useTranslation(['jobs', 'ui']);
  const pages = useInfiniteQuery(pagesOf(listDeadJobs, { query: { limit: 50 } }));
  if (!pages.data) {
    if (pages.isError) return <LoadError error={pages.error} onRetry={() => pages.refetch()} />;
    return <RowsLoading />;
  }
  const jobs = pages.data.pages.flatMap((page) => page.items);
  if (jobs.length === 0) {
    return (
      <Empty icon={IconCircleCheck} title={t('nothingFailed')}>
        {t('allDone')}
      </Empty>
    );
  }
  return (
    <>
      <Surface rows>
        {jobs.map((job) => (
          <DeadJobRow key={job.id} job={job} />
        ))}
      </Surface>
      {pages.hasNextPage ? (
        <Button
          mt="md"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('ui:showMore')}
        </Button>
      ) : null}
    </>
  );
}

function DeadJobRow({ job }: { job: DeadJob }) {
  const { t } = useTranslation('jobs');
  const title = job.queue === 'run-work' ? t('gapAlertOrPatterns') : job.queue;
  return (
    <section className={classes.row} aria-label={title}>
      <div className={classes.what}>
        <Text fw={550}>{title}</Text>
        <Text size="sm">
          <bdi>{job.reason}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {t('givenUp', { when: showInstant(job.failed_at), count: job.tries })}
        </Text>
      </div>
      <RedriveJob id={job.id} title={title} />
    </section>
  );
}
