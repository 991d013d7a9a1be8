import { Alert, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReservationPreview } from '../../../../contract/booking/reservation-preview.ts';
import { showMoney, showSpan } from '../../lib/format.ts';
import { fieldErrorsOf, ProblemError, sentenceOf } from '../../lib/problem.ts';
import { ApprovalReasons } from '../../ui/approval-reasons.tsx';
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
          {sayWhyNot(preview.why_not)}
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

/** Why it would be refused: what is wrong with its fields, else the sentence of its code. */
function sayWhyNot(whyNot: NonNullable<ReservationPreview['why_not']>): string {
  const problem = new ProblemError(409, whyNot);
  return Object.values(fieldErrorsOf(problem)).join(' ') || sentenceOf(problem);
}

function Reasons({ span, check: { day, preview } }: { span: Span; check: SpanCheck }) {
  const { t } = useTranslation('booking');
  if (preview && preview.approval_reasons.length > 0) {
    return <ApprovalReasons reasons={preview.approval_reasons} />;
  }
  const touched = (day?.primetime_spans ?? []).filter((prime) =>
    lieTogether(minutesOfSpan(prime), minutesOfSpan(span)),
  );
  return touched.map((prime) => (
    <Text key={prime.start_time} size="sm">
      {t('verdict.reaches', { span: showSpan(prime) })}
    </Text>
  ));
}
