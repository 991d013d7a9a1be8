import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncoveredWindow } from '../../../../contract/assistant/gap.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { CandidateRows } from '../../ui/candidate-rows.tsx';
import { QueryView, RowsLoading } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './pending-shift-row.module.css';
import { useCandidateKeys } from './use-candidate-keys.ts';
import type { usePendingQueue } from './use-pending-queue.ts';
import { gapKey, gapsShown, queueDays } from './use-queue-gaps.ts';

type QueueGapsProps = {
  gaps: UseQueryResult<UncoveredWindow[]>;
  queue: ReturnType<typeof usePendingQueue>;
};

/** What nobody covers in the next days, below what people ask for: each with who could. */
export function QueueGaps({ gaps, queue }: QueueGapsProps) {
  const { t } = useTranslation('rota');
  if (gaps.data?.length === 0) return null;
  return (
    <section aria-labelledby="queue-gaps" className={classes.gaps}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id="queue-gaps" fz="md">
          {t('openInNextDays', { days: queueDays })}
        </Title>
        {gaps.data && gaps.data.length > gapsShown ? (
          <Anchor component={Link} to="/gaps" size="sm">
            {t('allNumber', { number: gaps.data.length })}
          </Anchor>
        ) : null}
      </Group>
      <QueryView query={gaps} loading={<RowsLoading rows={2} />}>
        {(found) => (
          <Surface className={classes.rows}>
            {found.slice(0, gapsShown).map((gap) => (
              <GapRow key={gapKey(gap)} gap={gap} queue={queue} />
            ))}
          </Surface>
        )}
      </QueryView>
    </section>
  );
}

function GapRow({ gap, queue }: { gap: UncoveredWindow; queue: QueueGapsProps['queue'] }) {
  const { t } = useTranslation('rota');
  const { date, name, gaps, candidates } = gap;
  const key = gapKey(gap);
  const current = queue.current === key;
  const shown = queue.candidatesOf === key;
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const asked = queue.rows.filter(({ effect }) =>
    effect.covers.some((one) => one.date === date && one.window === name),
  ).length;
  return (
    <fieldset
      ref={row}
      className={classes.gap}
      data-current={current || undefined}
      aria-current={current || undefined}
      aria-label={`${name}, ${showDate(date)}`}
      onFocus={() => queue.setCurrent(key)}
    >
      <Group justify="space-between" gap="xs">
        <Text>
          <Anchor component={Link} to={`/calendar/day/${date}`} inherit fw={600} c="inherit">
            {showDate(date)}
          </Anchor>
          , {name} {gaps.map((span) => showSpan(span)).join(', ')}
          {asked > 0 ? (
            <Text span inherit c="dimmed">
              {' '}
              {t('wouldHelp', { count: asked })}
            </Text>
          ) : null}
        </Text>
        <WhoCould shown={shown} of={candidates.length} onClick={() => queue.onCandidates(key)} />
      </Group>
      {shown ? <GapCandidates gap={gap} /> : null}
    </fieldset>
  );
}

function GapCandidates({ gap: { date, name, gaps, candidates } }: { gap: UncoveredWindow }) {
  const [first] = gaps;
  const span = { date, start_time: first?.start_time ?? '', end_time: first?.end_time ?? '' };
  useCandidateKeys(candidates, span);
  return <CandidateRows candidates={candidates} span={span} called={name} keys />;
}

type WhoCouldProps = { shown: boolean; of?: number; onClick: () => void };

/** Opens and closes the list of those who could. */
export function WhoCould({ shown, of, onClick }: WhoCouldProps) {
  const { t } = useTranslation('rota');
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconUsers size={16} />}
      aria-expanded={shown}
      onClick={onClick}
    >
      {of === undefined ? t('whoCould') : t('whoCouldNumber', { number: of })}
    </Button>
  );
}
