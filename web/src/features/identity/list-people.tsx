import { Avatar, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconCalendarOff,
  IconChevronRight,
  IconFileImport,
  IconMailPlus,
  IconSearch,
  IconUsers,
} from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import type { Person } from '../../../../contract/identity/person.ts';
import { pagesOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';
import { useRoles } from '../../lib/use-roles.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { AddPerson } from './add-person.tsx';
import classes from './list-people.module.css';

const states = [
  { value: 'active', label: 'Active' },
  { value: 'invited', label: 'Invited' },
  { value: 'deactivated', label: 'Deactivated' },
];

type Filter = { search: string; role: string | null; state: string | null };

/** The directory: who belongs to the organisation, and how to get more in. */
export function PeoplePage() {
  const mayAdd = useMay('person.add');
  const [filter, setFilter] = useState<Filter>({ search: '', role: null, state: null });
  return (
    <Page
      title="People"
      description="Everyone who can be on the board."
      actions={mayAdd ? <AddPerson /> : null}
      narrow
    >
      <Stack>
        {mayAdd ? <WaysIn /> : null}
        <Filters filter={filter} onChange={setFilter} />
        <People filter={filter} />
      </Stack>
    </Page>
  );
}

/** How people come in, and who is away. */
function WaysIn() {
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to="/people/invitations"
        variant="default"
        leftSection={<IconMailPlus size={16} />}
      >
        Invitations and codes
      </Button>
      <Button
        component={Link}
        to="/people/import"
        variant="default"
        leftSection={<IconFileImport size={16} />}
      >
        Read in a file
      </Button>
      <Button
        component={Link}
        to="/people/absences"
        variant="default"
        leftSection={<IconCalendarOff size={16} />}
      >
        Absences
      </Button>
    </Group>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { all } = useRoles();
  return (
    <div className={classes.filters}>
      <TextInput
        aria-label="Search people"
        placeholder="Search by name or e-mail"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <Select
        aria-label="Role"
        placeholder="Every role"
        clearable
        data={all}
        value={filter.role}
        onChange={(role) => onChange({ ...filter, role })}
      />
      <Select
        aria-label="State"
        placeholder="Every state"
        clearable
        data={states}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
    </div>
  );
}

function People({ filter }: { filter: Filter }) {
  const [search] = useDebouncedValue(filter.search.trim(), 200);
  const { role, state } = filter;
  const people = useInfiniteQuery({
    ...pagesOf(listPeople, {
      query: {
        limit: 50,
        search: search || undefined,
        role: role ?? undefined,
        state: (state as Person['state'] | null) ?? undefined,
      },
    }),
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
  const filtered = search !== '' || role !== null || state !== null;
  return (
    <QueryView query={people}>
      {(found) =>
        found.length === 0 ? (
          <Empty icon={IconUsers} title={filtered ? 'Nobody like that' : 'Nobody here yet'}>
            {filtered ? 'Try fewer letters, or another role or state.' : 'Add the first person.'}
          </Empty>
        ) : (
          <>
            <Surface rows>
              {found.map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
            </Surface>
            <MoreRows
              has={people.hasNextPage}
              loading={people.isFetchingNextPage}
              onMore={people.fetchNextPage}
            />
          </>
        )
      }
    </QueryView>
  );
}

function PersonRow({ person }: { person: Person }) {
  const me = useMe();
  return (
    <Link to="/people/$id" params={{ id: person.id }} className={classes.row}>
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
      <div className={classes.state}>
        {person.state === 'deactivated' ? <Pill tone="bad">Deactivated</Pill> : null}
        {person.state === 'invited' ? <Pill tone="waiting">Invited</Pill> : null}
        {person.state === 'active' && !person.is_email_verified ? (
          <Pill tone="waiting">Not verified</Pill>
        ) : null}
        <Pill tone={person.role === 'member' ? 'plain' : 'accent'}>{person.role_name}</Pill>
        <Text size="sm" c="dimmed" className={classes.limit}>
          {person.weekly_hours_limit} h a week
        </Text>
      </div>
      <IconChevronRight size={16} aria-hidden className={classes.go} />
    </Link>
  );
}
