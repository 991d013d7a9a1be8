import { Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listDutyTypes } from '../../../../contract/duty/list-duty-types.ts';
import type { Registration } from '../../../../contract/registrations/registration.ts';
import { showDate } from '../../lib/format.ts';
import { queryOf } from '../../lib/query.ts';
import { Pill } from '../../ui/pill.tsx';

/** What someone would do, and on which days not. */
export function RegistrationWishes({ registration }: { registration: Registration }) {
  const { t } = useTranslation('registrations');
  const duties = useQuery(queryOf(listDutyTypes, { query: {} })).data ?? [];
  const { duty_types, dates_not } = registration.preferences;
  const wanted = duty_types.flatMap((id) => duties.find((duty) => duty.id === id)?.name ?? []);
  return (
    <section>
      <Title order={3} mb={6}>
        {t('wishes')}
      </Title>
      <Group gap={6}>
        {wanted.length === 0 ? <Pill>{t('anything')}</Pill> : null}
        {wanted.map((name) => (
          <Pill key={name} tone="accent">
            {name}
          </Pill>
        ))}
      </Group>
      <Text size="sm" mt={6}>
        {dates_not.length === 0
          ? t('everyDay')
          : `${t('daysNotLabel')} ${dates_not.map((date) => showDate(date, 'day')).join(', ')}`}
      </Text>
    </section>
  );
}
