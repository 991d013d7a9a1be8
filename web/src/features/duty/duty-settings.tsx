import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readReminderSettings } from '../../../../contract/reminders/read-reminder-settings.ts';
import { readSunSettings } from '../../../../contract/sun/read-sun-settings.ts';
import { todayIn } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { showSecondDate } from '../../lib/second-calendar.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ReminderSettingsForm } from './reminder-settings-form.tsx';
import { SunSettingsForm } from './sun-settings-form.tsx';

/** What the organisation decides about its duties: when it reminds, and where it sees the sun. */
export function DutySettingsPage() {
  const { t } = useTranslation('duty');
  const reminders = useQuery(queryOf(readReminderSettings, {}));
  const sun = useQuery(queryOf(readSunSettings, {}));
  return (
    <Page title={t('dutySettings')} back={{ to: '/duty/rosters', label: t('rosters') }} narrow>
      <Stack gap="xl">
        <section>
          <Title order={2} mb="sm">
            {t('reminders')}
          </Title>
          <QueryView query={reminders}>
            {(found) => <ReminderSettingsForm key={found.version} settings={found} />}
          </QueryView>
        </section>
        <section>
          <Title order={2} mb={4}>
            {t('sunTimes')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('sunTimesHint')}
          </Text>
          <QueryView query={sun}>
            {(found) => <SunSettingsForm key={found.version} settings={found} />}
          </QueryView>
        </section>
        <SecondCalendar />
      </Stack>
    </Page>
  );
}

/** The organisation's second calendar stands with its other settings; here is what it says today. */
function SecondCalendar() {
  const { t } = useTranslation('duty');
  const today = todayIn(useMe().organisation.time_zone);
  const shown = showSecondDate(today, useCalendarSettings().second_calendar);
  const mayChange = useMay('organisation.change');
  return (
    <section>
      <Title order={2} mb={4}>
        {t('secondCalendar')}
      </Title>
      <Text>
        {shown ? t('todayIs', { date: shown }) : t('noSecondCalendar')}{' '}
        {mayChange ? (
          <Anchor component={Link} to="/organisation" inherit underline="always">
            {t('chooseCalendar')}
          </Anchor>
        ) : null}
      </Text>
    </section>
  );
}
