import { Anchor, Stack, Text, Title } from '@mantine/core';
import { IconDatabase, IconSparkles } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { AskedSpan, askQuestion } from '../../../../contract/assistant/ask-question.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { count, showDate, showHours, showSpan } from '../../lib/format.ts';
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
            <summary>Hours of {count(hours.length, 'person', 'people')}</summary>
            {hours.map((row) => (
              <Text key={row.person} size="sm">
                {row.name}: {showHours(row.hours)} of {showHours(row.limit)} in {row.week}
              </Text>
            ))}
          </details>
        ) : null}
        <Text size="xs" c="dimmed" className={classes.by ?? ''}>
          {by === 'model' ? (
            <>
              <IconSparkles size={14} aria-hidden /> Written by a model from the facts of the rota.
              Check them before you act.
            </>
          ) : (
            <>
              <IconDatabase size={14} aria-hidden /> Put together from the rota itself, as it is
              now.
            </>
          )}
        </Text>
      </Stack>
    </Surface>
  );
}

function Spans({ spans, opened }: { spans: readonly AskedSpan[]; opened: boolean }) {
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
            {shown.length > 0 ? `${behind.length} more` : count(behind.length, 'time')}
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
  const { date, name, start_time, end_time, gaps, covered_by, candidates } = span;
  const [first] = gaps;
  return (
    <section className={classes.span} aria-label={`${name}, ${showDate(date)}`}>
      <Text>
        <Anchor component={Link} to={`/calendar/day/${date}`} inherit fw={600} c="inherit">
          {showDate(date)}
        </Anchor>
        , {/\d/.test(name) ? name : `${name} ${showSpan({ start_time, end_time })}`}:{' '}
        {first ? (
          <Text span inherit c="var(--cb-open)">
            {gaps.map((gap) => showSpan(gap)).join(' and ')} open
          </Text>
        ) : (
          `covered${covered_by.length > 0 ? ` by ${covered_by.join(' and ')}` : ''}`
        )}
      </Text>
      {first ? (
        <CandidateRows candidates={candidates} span={{ date, ...first }} called={name} />
      ) : null}
    </section>
  );
}
