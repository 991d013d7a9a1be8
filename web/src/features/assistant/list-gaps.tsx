import { Button, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { UncoveredWindow } from '../../../../contract/assistant/gap.ts';
import { listGaps } from '../../../../contract/assistant/list-gaps.ts';
import { addDays, todayIn } from '../../lib/dates.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { CandidateRows } from '../../ui/candidate-rows.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './list-gaps.module.css';

/** The daily alert looks this far; the server answers for two months at once. */
const alertDays = 14;
const furtherDays = 62;

/** What nobody covers yet, day by day, each with up to three people who could and why. */
export function GapsPage() {
  const { t } = useTranslation('assistant');
  const today = todayIn(useMe().organisation.time_zone);
  const [days, setDays] = useState(alertDays);
  const query = { start_date: today, end_date: addDays(today, days - 1) };
  const gaps = useQuery(queryOf(listGaps, { query }));
  const open = gaps.data?.length;
  return (
    <Page
      title={t('gaps')}
      description={
        open === undefined
          ? t('someOpen', { days, alert: alertDays })
          : t('windowsOpen', { count: open, days, alert: alertDays })
      }
      narrow
    >
      <QueryView query={gaps}>
        {(found) => (
          <Stack gap="lg">
            {found.length === 0 ? <NoGaps days={days} /> : null}
            {[...Map.groupBy(found, ({ date }) => date)].map(([date, ofDate]) => (
              <section key={date} aria-label={showDate(date, 'long')}>
                <Title order={2} mb="xs" fz="md">
                  <Link to="/calendar/day/$date" params={{ date }} className={classes.day}>
                    {showDate(date, 'long')}
                  </Link>
                </Title>
                <Surface rows>
                  {ofDate.map((gap) => (
                    <GapRow key={gap.window} gap={gap} />
                  ))}
                </Surface>
              </section>
            ))}
            {days < furtherDays ? (
              <Button variant="subtle" onClick={() => setDays(furtherDays)}>
                {t('lookAhead', { days: furtherDays })}
              </Button>
            ) : null}
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function NoGaps({ days }: { days: number }) {
  const { t } = useTranslation('assistant');
  return (
    <Empty
      icon={IconCircleCheck}
      title={t('everythingCovered')}
      action={
        <Button component={Link} to="/periods" variant="default">
          {t('seePeriods')}
        </Button>
      }
    >
      {t('noneOpen', { days })}
    </Empty>
  );
}

function GapRow({ gap: { date, name, gaps, candidates } }: { gap: UncoveredWindow }) {
  const { t } = useTranslation('assistant');
  const [first] = gaps;
  const span = { date, start_time: first?.start_time ?? '', end_time: first?.end_time ?? '' };
  return (
    <article className={classes.gap} aria-label={`${name}, ${showDate(date)}`}>
      <Text>
        <Trans
          t={t}
          i18nKey="windowOpen"
          values={{ spans: gaps.map((one) => showSpan(one)).join(', ') }}
          components={{ name: <strong>{name}</strong> }}
        />
      </Text>
      <CandidateRows candidates={candidates} span={span} called={name} />
    </article>
  );
}
