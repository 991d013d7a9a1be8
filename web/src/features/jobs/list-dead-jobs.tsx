import { Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { DeadJob } from '../../../../contract/jobs/dead-job.ts';
import { listDeadJobs } from '../../../../contract/jobs/list-dead-jobs.ts';
import { count, showInstant } from '../../lib/format.ts';
import { pagesOf } from '../../lib/query.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { LoadError, RowsLoading } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-dead-jobs.module.css';
import { RedriveJob } from './redrive-job.tsx';

/** Work of the program that failed as often as it may: why, and trying it again. */
export function DeadJobsPage() {
  return (
    <Page
      title="Work that failed"
      description="What Callboard does by itself and could not finish. It was tried several times; try it again when the reason is gone."
      narrow
    >
      <DeadJobs />
    </Page>
  );
}

function DeadJobs() {
  const pages = useInfiniteQuery(pagesOf(listDeadJobs, { query: { limit: 50 } }));
  if (!pages.data) {
    if (pages.isError) return <LoadError error={pages.error} onRetry={() => pages.refetch()} />;
    return <RowsLoading />;
  }
  const jobs = pages.data.pages.flatMap((page) => page.items);
  if (jobs.length === 0) {
    return (
      <Empty icon={IconCircleCheck} title="Nothing failed">
        Everything that Callboard does by itself is done, or on its way.
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
          Show more
        </Button>
      ) : null}
    </>
  );
}

const titles: Record<string, string> = { 'run-work': 'Gap alert or patterns' };

function DeadJobRow({ job }: { job: DeadJob }) {
  const title = titles[job.queue] ?? job.queue;
  return (
    <section className={classes.row} aria-label={title}>
      <div className={classes.what}>
        <Text fw={550}>{title}</Text>
        <Text size="sm">{job.reason}</Text>
        <Text size="sm" c="dimmed">
          Given up {showInstant(job.failed_at)} after {count(job.tries, 'try', 'tries')}
        </Text>
      </div>
      <RedriveJob id={job.id} title={title} />
    </section>
  );
}
