import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CalendarUnit } from './calendar-views.tsx';

/** The shape of a calendar while it loads. */
export function CalendarLoading({ unit }: { unit: CalendarUnit }) {
  const { t } = useTranslation('rota');
  return (
    <Stack role="status" aria-label={t(`loading.${unit}`)}>
      {unit === 'month' ? <Skeleton h={64} radius="lg" /> : null}
      <Skeleton h="min(70vh, 44rem)" radius="lg" />
    </Stack>
  );
}
