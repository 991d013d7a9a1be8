import { ActionIcon, Button, Group, Kbd, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import { monthOf } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import type { CalendarUnit } from './calendar-views.tsx';
import { ExportMonth } from './export-month.tsx';
import { useCalendarPerson } from './use-calendar-person.ts';

/** Where to: so many months, weeks or days on, or to the one that it is now. */
export type GoTo = (where: number | 'today') => void;

type CalendarToolbarProps = { unit: CalendarUnit; date: string; onGo: GoTo };

/** Back, today, forward; whose shifts; the month around the date on paper or as a file. */
export function CalendarToolbar({ unit, date, onGo }: CalendarToolbarProps) {
  const { t } = useTranslation(['rota', 'ui']);
  return (
    <>
      <PersonFilter />
      <Group gap={6} wrap="nowrap">
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(`previous.${unit}`)}
          onClick={() => onGo(-1)}
        >
          <IconChevronLeft size={18} className="flips" />
        </ActionIcon>
        <Button variant="default" onClick={() => onGo('today')}>
          {t('today')}
        </Button>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(`next.${unit}`)}
          onClick={() => onGo(1)}
        >
          <IconChevronRight size={18} className="flips" />
        </ActionIcon>
        <ExportMonth {...monthOf(date)} />
      </Group>
    </>
  );
}

/** The keys of the calendar, for who has them. */
export function CalendarKeys({ unit }: { unit: CalendarUnit }) {
  const { t } = useTranslation(['rota', 'ui']);
  return (
    <Text size="xs" c="dimmed" visibleFrom="sm" mt="sm">
      <Trans t={t} i18nKey={`keys.${unit}`} components={{ k: <Kbd size="xs" /> }} />
    </Text>
  );
}

function PersonFilter() {
  const { t } = useTranslation(['rota', 'ui']);
  const { person, setPerson } = useCalendarPerson();
  const mayRead = useMay('person.read');
  const people = useQuery({
    ...queryOf(listPeople, { query: { limit: 200 } }),
    enabled: mayRead,
  }).data;
  if (!mayRead) return null;
  return (
    <Select
      aria-label={t('showShiftsOf')}
      placeholder={t('ui:everyone')}
      size="sm"
      flex="1 1 8rem"
      maw={180}
      clearable
      searchable
      data={(people ?? []).map(({ id, full_name }) => ({ value: id, label: full_name }))}
      value={person ?? null}
      onChange={(id) => setPerson(id ?? undefined)}
    />
  );
}
