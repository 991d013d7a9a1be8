import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Candidate } from '../../../../contract/assistant/gap.ts';
import { listGaps } from '../../../../contract/assistant/list-gaps.ts';
import { addDays, todayIn } from '../../lib/dates.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Surface } from '../../ui/surface.tsx';
import type { PeriodWithShifts } from './read-period.tsx';

const shownFirst = 8;
/** So many days of candidates are answered at once. */
const daysMax = 62;

type PeriodGapsProps = {
  gaps: PeriodWithShifts['coverage_summary']['gaps'];
  mayAsk: boolean;
};

/** What nobody covers yet, each with the way to ask for it. */
export function PeriodGaps({ gaps, mayAsk }: PeriodGapsProps) {
  const { t } = useTranslation('rota');
  const { openAsk } = useOverlays();
  const [all, setAll] = useState(false);
  const today = todayIn(useMe().organisation.time_zone);
  // What is over can't be covered any more; the figures above still count it.
  const coming = gaps.filter(({ date }) => date >= today);
  const shown = all ? coming : coming.slice(0, shownFirst);
  const candidates = useCandidates(shown[0]?.date, shown.at(-1)?.date);
  if (coming.length === 0) return null;
  return (
    <section aria-labelledby="period-gaps">
      <Title order={2} id="period-gaps" mb="sm">
        {t('stillOpen')}
      </Title>
      <Surface rows>
        {shown.map(({ date, window, spans }) => (
          <Group
            key={`${date} ${window}`}
            justify="space-between"
            wrap="nowrap"
            px="md"
            py={8}
            mih={48}
          >
            <Text>
              <strong>{showDate(date)}</strong>{' '}
              <Text span c="dimmed" inherit tt="capitalize">
                {window}
              </Text>{' '}
              {spans.map((span) => showSpan(span)).join(', ')}
              <Candidates of={candidates.get(`${date} ${window}`) ?? []} />
            </Text>
            {mayAsk ? (
              <Button
                variant="default"
                size="xs"
                flex="none"
                aria-label={t('askForWhat', { date: showDate(date), window })}
                onClick={() => openAsk(date)}
              >
                {t('ask')}
              </Button>
            ) : null}
          </Group>
        ))}
      </Surface>
      {coming.length > shown.length ? (
        <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
          {t('showAllNumber', { number: coming.length })}
        </Button>
      ) : null}
    </section>
  );
}

/** Who could fill the windows of some days; nobody for those who may not know. */
function useCandidates(start_date = '', end_date = ''): ReadonlyMap<string, readonly Candidate[]> {
  const mayRead = useMay('gap.read');
  const last = start_date && addDays(start_date, daysMax - 1);
  const gaps = useQuery({
    ...queryOf(listGaps, { query: { start_date, end_date: end_date < last ? end_date : last } }),
    enabled: mayRead && start_date !== '',
  }).data;
  return new Map((gaps ?? []).map((gap) => [`${gap.date} ${gap.name}`, gap.candidates]));
}

function Candidates({ of: people }: { of: readonly Candidate[] }) {
  const { t } = useTranslation('rota');
  if (people.length === 0) return null;
  return (
    <Text span size="sm" c="dimmed" display="block">
      <Trans
        t={t}
        i18nKey="couldTakeIt"
        components={{
          names: <>{people.map(({ name }) => name).join(', ')}</>,
          why: (
            <Anchor
              component={Link}
              to="/gaps"
              inherit
              underline="always"
              aria-label={t('whyThem')}
            />
          ),
        }}
      />
    </Text>
  );
}
