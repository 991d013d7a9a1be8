import { Button, Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import { Pill } from '../../ui/pill.tsx';

/** Says that the past is shown, and leads back. */
export function StoodOn({ asOf }: { asOf: string }) {
  const { t } = useTranslation('duty');
  const { time_zone } = useMe().organisation;
  const navigate = useNavigate();
  return (
    <Group gap="xs" wrap="nowrap">
      <Pill tone="warn">
        <IconHistory size={14} aria-hidden style={{ marginInlineEnd: 4 }} />
        {t('stoodOn', { when: showInstant(asOf, time_zone) })}
      </Pill>
      <Button
        size="xs"
        variant="default"
        onClick={() =>
          void navigate({ to: '.', search: (before) => ({ ...before, as_of: undefined }) })
        }
      >
        {t('backToNow')}
      </Button>
    </Group>
  );
}
