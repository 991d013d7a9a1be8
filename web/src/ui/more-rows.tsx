import { Button, Center } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

type MoreRowsProps = { has: boolean; loading: boolean; onMore: () => void };

/** The end of a list that goes on: more is read when it comes into view, or by its button. */
export function MoreRows({ has, loading, onMore }: MoreRowsProps) {
  const { t } = useTranslation('ui');
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const near = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (near && has && !loading) onMore();
  }, [near, has, loading, onMore]);
  if (!has) return null;
  return (
    <Center ref={ref} py="sm">
      <Button variant="default" loading={loading} onClick={onMore}>
        {t('showMore')}
      </Button>
    </Center>
  );
}
