import { Button, Group, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerDuty } from '../../../../contract/reminders/answer-duty.ts';
import { listOwnDuties, type OwnDuty } from '../../../../contract/reminders/list-own-duties.ts';
import { todayIn } from '../../lib/dates.ts';
import { showDate } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { DutyRow } from '../../ui/duty-row.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';

/** What I am on, in whatever roster; and whether I am. */
export function MyDuties() {
  const { t } = useTranslation('duty');
  const today = todayIn(useMe().organisation.time_zone);
  const mine = useQuery(queryOf(listOwnDuties, { query: { limit: 50 } })).data;
  if (!mine) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('ownDuties')}
      </Title>
      {mine.length > 0 ? (
        <Surface rows>
          {mine.map((duty) => (
            <DutyRow key={duty.assignment} duty={duty} today={today}>
              <AnswerDuty duty={duty} />
            </DutyRow>
          ))}
        </Surface>
      ) : (
        <Text c="dimmed">{t('noOwnDuties')}</Text>
      )}
    </section>
  );
}

/** “I’m on it” or “I can’t”; what was said can be said otherwise until the duty begins. */
function AnswerDuty({ duty }: { duty: OwnDuty }) {
  const { t } = useTranslation('duty');
  const action = useAction(answerDuty, {
    refresh: ['reminders', 'journal'],
    onSuccess: ({ answer }) => notifyDone(t(answer === 'yes' ? 'answeredYes' : 'answeredNo')),
    onError: notifyProblem,
  });
  const { answer, can } = duty;
  const say = (said: 'yes' | 'no') =>
    action.mutate({ params: { id: duty.assignment }, body: { answer: said } });
  const what = `${duty.duty_name}, ${showDate(duty.date)}`;
  return (
    <Group gap="xs">
      {answer ? (
        <Pill tone={answer === 'yes' ? 'good' : 'bad'}>
          {t(answer === 'yes' ? 'saidYes' : 'saidNo')}
        </Pill>
      ) : null}
      {can.answer && answer !== 'yes' ? (
        <Button
          variant="default"
          leftSection={<IconCheck size={16} />}
          aria-label={`${t('onIt')}: ${what}`}
          disabled={action.isPending}
          onClick={() => say('yes')}
        >
          {t('onIt')}
        </Button>
      ) : null}
      {can.answer && answer !== 'no' ? (
        <Button
          variant="default"
          leftSection={<IconX size={16} />}
          aria-label={`${t('cant')}: ${what}`}
          disabled={action.isPending}
          onClick={() => say('no')}
        >
          {t('cant')}
        </Button>
      ) : null}
    </Group>
  );
}
