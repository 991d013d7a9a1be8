import { Alert, List, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showMoney, showSpan } from '../../lib/format.ts';
import { lieTogether, minutesOfSpan } from './slots-of-day.ts';
import classes from './span-verdict.module.css';
import type { SpanCheck } from './use-span-check.ts';
import type { Span } from './why-not-span.ts';

/** Said before it is sent: whether it is theirs at once, or why an admin decides, or why it can't be. */
export function SpanVerdict({ span, check }: { span: Span; check: SpanCheck }) {
  const { t } = useTranslation('booking');
  const { preview, primeTime, whyNot } = check;
  const cost = preview?.cost ? showMoney(preview.cost.amount, preview.cost.currency) : '';
  return (
    <div role="status" className={classes.verdict}>
      {!whyNot && preview?.why_not ? (
        <Alert color="red" variant="light" icon={<IconAlertCircle size={18} />}>
          {preview.why_not.detail}
        </Alert>
      ) : null}
      {!whyNot && !preview?.why_not && (primeTime || preview?.status === 'PENDING') ? (
        <Alert
          className={classes.waits ?? ''}
          icon={<IconStarFilled size={16} />}
          title={primeTime ? t('verdict.primeTime') : t('verdict.pending')}
        >
          <Reasons span={span} check={check} />
          <Text size="sm">{t('verdict.held')}</Text>
        </Alert>
      ) : null}
      {!whyNot && preview?.status === 'CONFIRMED' ? (
        <Text size="sm" className={classes.free}>
          <IconCircleCheck size={16} aria-hidden />
          {t('verdict.confirmed')}
        </Text>
      ) : null}
      {cost ? <Text size="sm">{t('verdict.cost', { cost })}</Text> : null}
    </div>
  );
}

function Reasons({ span, check: { day, preview } }: { span: Span; check: SpanCheck }) {
  const { t } = useTranslation('booking');
  const reasons = preview?.approval_reasons.map(({ id, detail }) => ({ id, detail })) ?? [];
  const touched = (day?.primetime_spans ?? [])
    .filter((prime) => lieTogether(minutesOfSpan(prime), minutesOfSpan(span)))
    .map((prime) => ({
      id: prime.start_time,
      detail: t('verdict.reaches', { span: showSpan(prime) }),
    }));
  const shown = reasons.length > 0 ? reasons : touched;
  return (
    <List size="sm" listStyleType="none">
      {shown.map(({ id, detail }) => (
        <List.Item key={id}>{detail}</List.Item>
      ))}
    </List>
  );
}
