import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/use-me.ts';
import { Surface } from '../../ui/surface.tsx';

/** A month that lies in no schedule period: nobody can ask in it yet. */
export function NoPeriod({ month }: { month: string }) {
  const { t } = useTranslation('rota');
  const mayCreate = useMay('period.create');
  return (
    <Surface>
      <Group p="md" justify="space-between">
        <Text>
          <strong>{t('monthHasNoPeriod', { month })}</strong>{' '}
          {mayCreate ? t('openOneAndAsk') : t('onceAdminOpens')}
        </Text>
        {mayCreate ? (
          <Button component={Link} to="/periods">
            {t('goToPeriods')}
          </Button>
        ) : null}
      </Group>
    </Surface>
  );
}
