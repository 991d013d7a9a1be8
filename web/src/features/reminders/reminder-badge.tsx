import { useTranslation } from 'react-i18next';
import type { Reminder } from '../../../../contract/reminders/reminder.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';

const tones: Record<Reminder['status'], Tone> = {
  PENDING: 'waiting',
  SENT: 'good',
  FAILED: 'bad',
  CANCELLED: 'plain',
};

/** What became of a reminder; one that failed and was looked after says so. */
export function ReminderBadge({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation('reminders');
  if (reminder.status === 'FAILED' && reminder.dealt_with_at) return <Pill>{t('dealtWith')}</Pill>;
  return <Pill tone={tones[reminder.status]}>{t(`status_${reminder.status}`)}</Pill>;
}
