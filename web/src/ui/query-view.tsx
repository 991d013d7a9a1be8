import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconEyeOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError, sentenceOf } from '../lib/problem.ts';
import { Empty } from './empty.tsx';

type QueryViewProps<T> = {
  query: UseQueryResult<T>;
  loading?: React.ReactNode;
  children: (data: T) => React.ReactNode;
};

/** What a query has to show: loading, an error with a retry, or its data. */
export function QueryView<T>({ query, loading, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <LoadError error={query.error} onRetry={() => query.refetch()} />;
  return loading ?? <RowsLoading />;
}

/** Something did not load; says why and offers to try again. */
export function LoadError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('ui');
  if (error instanceof ProblemError && [403, 404].includes(error.status)) {
    return (
      <Empty icon={IconEyeOff} title={t('nothingToSee')}>
        {sentenceOf(error)}
      </Empty>
    );
  }
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle />}
      title={t('notLoaded')}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{sentenceOf(error)}</Text>
        <Button variant="default" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      </Stack>
    </Alert>
  );
}

/** The shape of a list while it loads. */
export function RowsLoading({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation('ui');
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
        <Skeleton key={row} h={56} radius="md" />
      ))}
    </Stack>
  );
}
