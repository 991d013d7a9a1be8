import { ActionIcon, Button, Group, Kbd, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import type { GoToMonth } from './month-calendar.tsx';

type MonthToolbarProps = {
  onGo: GoToMonth;
  person: string | undefined;
  onPerson: (person: string | undefined) => void;
};

/** Back, today, forward; whose shifts. */
export function MonthToolbar({ onGo, person, onPerson }: MonthToolbarProps) {
  return (
    <>
      <PersonFilter person={person} onPerson={onPerson} />
      <Group gap={6}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Previous month"
          onClick={() => onGo(-1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Button variant="default" onClick={() => onGo('today')}>
          Today
        </Button>
        <ActionIcon variant="default" size={36} aria-label="Next month" onClick={() => onGo(1)}>
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
    </>
  );
}

/** The keys of the month, for who has them. */
export function MonthKeys() {
  return (
    <Text size="xs" c="dimmed" visibleFrom="sm" mt="sm">
      <Kbd size="xs">← ↑ ↓ →</Kbd> days · <Kbd size="xs">Enter</Kbd> open · <Kbd size="xs">n</Kbd>{' '}
      ask · <Kbd size="xs">[</Kbd> <Kbd size="xs">]</Kbd> month · <Kbd size="xs">t</Kbd> today
    </Text>
  );
}

function PersonFilter({ person, onPerson }: Omit<MonthToolbarProps, 'onGo'>) {
  const mayRead = useMay('person.read');
  const people = useQuery({
    ...queryOf(listPeople, { query: { limit: 200 } }),
    enabled: mayRead,
  }).data;
  if (!mayRead) return null;
  return (
    <Select
      aria-label="Show shifts of"
      placeholder="Everyone"
      size="sm"
      w={180}
      clearable
      searchable
      data={(people ?? []).map(({ id, full_name }) => ({ value: id, label: full_name }))}
      value={person ?? null}
      onChange={(id) => onPerson(id ?? undefined)}
    />
  );
}
