import { Button, Checkbox, Group } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Decision } from './decide-selected.tsx';
import classes from './selection-bar.module.css';

type SelectionBarProps = {
  selected: number;
  of: number;
  onAll: () => void;
  onClear: () => void;
  onDecide: (decision: Decision) => void;
};

/** Above the queue: select all, and what is done with the selected. */
export function SelectionBar({ selected, of, onAll, onClear, onDecide }: SelectionBarProps) {
  const { t } = useTranslation('rota');
  const all = selected === of;
  return (
    <Group className={classes.bar ?? ''} role="group" aria-label={t('selectedRequests')}>
      <Checkbox
        size="md"
        label={selected > 0 ? t('selectedNumber', { number: selected }) : t('selectAll')}
        checked={all}
        indeterminate={selected > 0 && !all}
        onChange={all ? onClear : onAll}
      />
      {selected > 0 ? (
        <Group gap="xs">
          <Button leftSection={<IconCheck size={16} />} onClick={() => onDecide('approve')}>
            {t('approveNumber', { number: selected })}
          </Button>
          <Button
            variant="default"
            leftSection={<IconX size={16} />}
            onClick={() => onDecide('reject')}
          >
            {t('rejectNumber', { number: selected })}
          </Button>
        </Group>
      ) : null}
    </Group>
  );
}
