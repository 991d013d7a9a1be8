import { Avatar, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import type { Person } from '../../../../contract/identity/person.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { AddPerson } from './add-person.tsx';
import { JoinCode } from './join-code.tsx';
import classes from './list-people.module.css';

/** The directory: who belongs to the organisation, and how to get more in. */
export function PeoplePage() {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const mayAdd = useMay('person.add');
  const people = useQuery({
    ...queryOf(listPeople, { query: { limit: 200, search: search || undefined } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="People"
      description="Everyone who can be on the board."
      actions={mayAdd ? <AddPerson /> : null}
      narrow
    >
      <Stack>
        <JoinCode />
        <TextInput
          aria-label="Search people"
          placeholder="Search by name or e-mail"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <QueryView query={people}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon={IconUsers} title={search ? 'Nobody by that name' : 'Nobody here yet'}>
                {search ? 'Try fewer letters.' : 'Add the first person, or share the join code.'}
              </Empty>
            ) : (
              <Surface rows>
                {found.map((person) => (
                  <PersonRow key={person.id} person={person} />
                ))}
              </Surface>
            )
          }
        </QueryView>
      </Stack>
    </Page>
  );
}

function PersonRow({ person }: { person: Person }) {
  const me = useMe();
  return (
    <Group className={classes.row ?? ''} gap="sm" wrap="nowrap">
      <Avatar name={person.full_name} color="cobalt" size="md" />
      <div className={classes.who}>
        <Text fw={550} truncate>
          {person.full_name}
          {person.id === me.id ? ' (you)' : ''}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {person.email}
          {person.phone_number ? ` · ${person.phone_number}` : ''}
        </Text>
      </div>
      <Group gap={6} justify="flex-end" className={classes.state ?? ''}>
        {person.is_active ? null : <Pill tone="bad">Deactivated</Pill>}
        {person.is_email_verified ? null : <Pill tone="waiting">Not verified</Pill>}
        <Pill tone={person.role === 'member' ? 'plain' : 'accent'}>{person.role}</Pill>
        <Text size="sm" c="dimmed" className={classes.limit}>
          {person.weekly_hours_limit} h a week
        </Text>
      </Group>
    </Group>
  );
}
