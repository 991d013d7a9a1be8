import { Button, Group, Text } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listCoverage } from '../../../../contract/rota/list-coverage.ts';
import { isDate } from '../../lib/dates.ts';
import { showSpan } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import type { ShiftSpan } from './shift-span-fields.tsx';

type WindowPresetsProps = {
  date: string;
  onPick: (span: Pick<ShiftSpan, 'start_time' | 'end_time' | 'overnight'>) => void;
};

/** What is still open on a day, each gap one tap away. */
export function WindowPresets({ date, onPick }: WindowPresetsProps) {
  const { t } = useTranslation('rota');
  const coverage = useQuery({
    ...queryOf(listCoverage, { query: { start_date: date, end_date: date } }),
    enabled: isDate(date),
  }).data?.[0];
  const open = (coverage?.windows ?? []).flatMap((window) =>
    window.covered
      ? []
      : (window.gaps.length > 0 ? window.gaps : [window]).map((gap) => ({
          name: window.name,
          start_time: gap.start_time.slice(0, 5),
          end_time: gap.end_time.slice(0, 5),
        })),
  );
  if (open.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={550} mb={6}>
        {t('stillOpenThatDay')}
      </Text>
      <Group gap="xs">
        {open.map(({ name, start_time, end_time }) => (
          <Button
            key={`${name} ${start_time}`}
            variant="default"
            leftSection={<IconBolt size={16} aria-hidden />}
            onClick={() => onPick({ start_time, end_time, overnight: end_time <= start_time })}
          >
            {name} {showSpan({ start_time, end_time })}
          </Button>
        ))}
      </Group>
    </div>
  );
}
