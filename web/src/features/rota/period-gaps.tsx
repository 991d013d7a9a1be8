import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { todayIn } from '../../lib/dates.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { useMe } from '../../lib/use-me.ts';
import { Surface } from '../../ui/surface.tsx';
import type { PeriodWithShifts } from './read-period.tsx';

const shownFirst = 8;

type PeriodGapsProps = {
  gaps: PeriodWithShifts['coverage_summary']['gaps'];
  mayAsk: boolean;
};

/** What nobody covers yet, each with the way to ask for it. */
export function PeriodGaps({ gaps, mayAsk }: PeriodGapsProps) {
  const { openAsk } = useOverlays();
  const [all, setAll] = useState(false);
  const today = todayIn(useMe().organisation.time_zone);
  // What is over can't be covered any more; the figures above still count it.
  const coming = gaps.filter(({ date }) => date >= today);
  if (coming.length === 0) return null;
  const shown = all ? coming : coming.slice(0, shownFirst);
  return (
    <section aria-labelledby="period-gaps">
      <Title order={2} id="period-gaps" mb="sm">
        Still open
      </Title>
      <Surface rows>
        {shown.map(({ date, window, spans }) => (
          <Group key={`${date} ${window}`} justify="space-between" px="md" py={8}>
            <Text>
              <strong>{showDate(date)}</strong>{' '}
              <Text span c="dimmed" inherit tt="capitalize">
                {window}
              </Text>{' '}
              {spans.map((span) => showSpan(span)).join(', ')}
            </Text>
            {mayAsk ? (
              <Button
                variant="default"
                size="xs"
                aria-label={`Ask for ${showDate(date)}, ${window}`}
                onClick={() => openAsk(date)}
              >
                Ask
              </Button>
            ) : null}
          </Group>
        ))}
      </Surface>
      {coming.length > shown.length ? (
        <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
          Show all {coming.length}
        </Button>
      ) : null}
    </section>
  );
}
