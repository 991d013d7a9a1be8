import { Anchor, Stack, Text, Title } from '@mantine/core';
import { IconDatabase, IconSparkles } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import type { AskedSpan, askQuestion } from '../../../../contract/assistant/ask-question.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { showDate, showHours, showSpan } from '../../lib/format.ts';
import { CandidateRows } from '../../ui/candidate-rows.tsx';
import { Surface } from '../../ui/surface.tsx';
import classes from './answered-question.module.css';

/** So many spans are shown at once; more stand behind a line that opens them. */
const spansAtOnce = 3;

type AnsweredQuestionProps = { question: string; answer: Answer<typeof askQuestion> };

/** A question, its answer, who wrote that, and the facts behind it. */
export function AnsweredQuestion({
  question,
  answer: { answer, by, facts },
}: AnsweredQuestionProps) {
  const { t } = useTranslation('assistant');
  const { spans, hours } = facts;
  return (
    <Surface>
      <Stack gap="sm" p="md" component="article" aria-label={question}>
        <Title order={2} fz="md" className={classes.words ?? ''}>
          {question}
        </Title>
        {/* What a template says of spans, the facts below say with more. */}
        {by === 'template' && spans.length > 0 ? null : (
          <Text className={classes.words ?? ''}>{answer}</Text>
        )}
        <Spans spans={spans} opened={by === 'template' || spans.length <= spansAtOnce} />
        {by === 'model' && hours.length > 0 ? (
          <details className={classes.more}>
            <summary>{t('hoursOf', { count: hours.length })}</summary>
            {hours.map((row) => (
              <Text key={row.person} size="sm">
                {t('hoursInWeek', {
                  name: row.name,
                  hours: showHours(row.hours),
                  limit: showHours(row.limit),
                  week: row.week,
                })}
              </Text>
            ))}
          </details>
        ) : null}
        <Text size="xs" c="dimmed" className={classes.by ?? ''}>
          {by === 'model' ? (
            <>
              <IconSparkles size={14} aria-hidden /> {t('byModel')}
            </>
          ) : (
            <>
              <IconDatabase size={14} aria-hidden /> {t('byTemplate')}
            </>
          )}
        </Text>
      </Stack>
    </Surface>
  );
}

function Spans({ spans, opened }: { spans: readonly AskedSpan[]; opened: boolean }) {
  const { t } = useTranslation('assistant');
  if (spans.length === 0) return null;
  const [shown, behind] = opened
    ? [spans.slice(0, spansAtOnce), spans.slice(spansAtOnce)]
    : [[], spans];
  return (
    <>
      {shown.map((span) => (
        <SpanFacts key={`${span.date} ${span.name}`} span={span} />
      ))}
      {behind.length > 0 ? (
        <details className={classes.more}>
          <summary>
            {shown.length > 0
              ? t('moreNumber', { number: behind.length })
              : t('times', { count: behind.length })}
          </summary>
          {behind.map((span) => (
            <SpanFacts key={`${span.date} ${span.name}`} span={span} />
          ))}
        </details>
      ) : null}
    </>
  );
}

function SpanFacts({ span }: { span: AskedSpan }) {
  const { date, name, gaps, candidates } = span;
  const [first] = gaps;
  return (
    <section className={classes.span} aria-label={`${name}, ${showDate(date)}`}>
      <Text>
        <Covered span={span} />
      </Text>
      {first ? (
        <CandidateRows candidates={candidates} span={{ date, ...first }} called={name} />
      ) : null}
    </section>
  );
}

function Covered({ span }: { span: AskedSpan }) {
  const { t } = useTranslation('assistant');
  const { date, name, start_time, end_time, gaps, covered_by } = span;
  const what = <>{/\d/.test(name) ? name : `${name} ${showSpan({ start_time, end_time })}`}</>;
  const day = (
    <Anchor component={Link} to={`/calendar/day/${date}`} inherit fw={600} c="inherit">
      {showDate(date)}
    </Anchor>
  );
  if (gaps.length > 0) {
    const spans = gaps.map((gap) => showSpan(gap)).join(', ');
    const open = <Text span inherit c="var(--cb-open)" />;
    return <Trans t={t} i18nKey="spanOpen" values={{ spans }} components={{ day, what, open }} />;
  }
  if (covered_by.length === 0) {
    return <Trans t={t} i18nKey="spanCovered" components={{ day, what }} />;
  }
  const names = <>{covered_by.join(', ')}</>;
  return <Trans t={t} i18nKey="spanCoveredBy" components={{ day, what, names }} />;
}
