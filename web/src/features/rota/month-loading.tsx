import { Skeleton, Stack } from '@mantine/core';

/** The shape of a month while it loads. */
export function MonthLoading() {
  return (
    <Stack role="status" aria-label="Loading the month">
      <Skeleton h={64} radius="lg" />
      <Skeleton h="min(70vh, 44rem)" radius="lg" />
    </Stack>
  );
}
