import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Static } from 'typebox';
import type { OccurrenceClash } from '../../../../contract/booking/series.ts';
import { showDateSpan } from '../../lib/format.ts';
import { isRefusal, ProblemError, sentenceOf } from '../../lib/problem.ts';

type Clash = Static<typeof OccurrenceClash>;

type SeriesClashesProps = {
  error: unknown;
  /** How many there would be without a clash. */
  times: number;
  onPartial?: () => void;
  loading?: boolean;
  /** What to say of any other error. */
  children: React.ReactNode;
};

/** Which dates of a series can't be and why, before anything is made; the others on request. */
export function SeriesClashes(props: SeriesClashesProps) {
  const { error, times, onPartial, loading = false, children } = props;
  const { t } = useTranslation('booking');
  if (!isRefusal(error, 'series_clashes')) return children;
  const clashes = (error.facts.clashes ?? []) as Clash[];
  const others = times - clashes.length;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertCircle size={18} />}
      title={t('clashes.title', { count: clashes.length })}
    >
      <List size="sm" mah={220} style={{ overflowY: 'auto' }} tabIndex={0}>
        {clashes.map((clash) => (
          <List.Item key={clash.date}>
            <strong>{showDateSpan(clash)}:</strong> {sentenceOf(new ProblemError(409, clash))}
          </List.Item>
        ))}
      </List>
      {onPartial && others > 0 ? (
        <Button variant="default" mt="sm" loading={loading} onClick={onPartial}>
          {t('clashes.others', { count: others })}
        </Button>
      ) : (
        <Text size="sm" mt="xs">
          {t('clashes.nothingMade')}
        </Text>
      )}
    </Alert>
  );
}
