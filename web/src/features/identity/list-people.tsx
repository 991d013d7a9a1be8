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
import { useTranslation } from 'react-i18next';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import type { Person } from '../../../../contract/identity/person.ts';
import { pagesOf } from '../../lib/query.ts';
import { showRole } from '../../lib/show-role.ts';
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

const states = ['active', 'invited', 'deactivated'] as const;

type Filter = { search: string; role: string | null; state: string | null };

/** The directory: who belongs to the organisation, and how to get more in. */
export function PeoplePage() {
  const { t } = useTranslation(['identity', 'ui']);
  const mayAdd = useMay('person.add');
  const [filter, setFilter] = useState<Filter>({ search: '', role: null, state: null });
  return (
    <Page
      title={t('ui:people')}
      description={t('peopleHint')}
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
  const { t } = useTranslation('identity');
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to="/people/invitations"
        variant="default"
        leftSection={<IconMailPlus size={16} />}
      >
        {t('invitationsAndCodes')}
      </Button>
      <Button
        component={Link}
        to="/people/import"
        variant="default"
        leftSection={<IconFileImport size={16} />}
      >
        {t('readInAFile')}
      </Button>
      <Button
        component={Link}
        to="/people/absences"
        variant="default"
        leftSection={<IconCalendarOff size={16} />}
      >
        {t('absences')}
      </Button>
    </Group>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { t } = useTranslation(['identity', 'ui']);
  const { all } = useRoles();
  return (
    <div className={classes.filters}>
      <TextInput
        aria-label={t('searchPeople')}
        placeholder={t('searchByNameOr')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <Select
        aria-label={t('ui:role')}
        placeholder={t('everyRole')}
        clearable
        data={all}
        value={filter.role}
        onChange={(role) => onChange({ ...filter, role })}
      />
      <Select
        aria-label={t('state')}
        placeholder={t('everyState')}
        clearable
        data={states.map((value) => ({ value, label: t(`stateOf.${value}`) }))}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
    </div>
  );
}

function People({ filter }: { filter: Filter }) {
  const { t } = useTranslation('identity');
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
          <Empty icon={IconUsers} title={filtered ? t('nobodyLikeThat') : t('nobodyHereYet')}>
            {filtered ? t('tryFewerLetters') : t('addTheFirstPerson')}
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
  const { t } = useTranslation('identity');
  const me = useMe();
  return (
    <Link to="/people/$id" params={{ id: person.id }} className={classes.row}>
      <Avatar name={person.full_name} color="cobalt" size="md" />
      <div className={classes.who}>
        <Text fw={550} truncate>
          {person.id === me.id ? t('nameAndYou', { name: person.full_name }) : person.full_name}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {person.email}
          {person.phone_number ? ` · ${person.phone_number}` : ''}
        </Text>
      </div>
      <div className={classes.state}>
        {person.state === 'deactivated' ? <Pill tone="bad">{t('stateOf.deactivated')}</Pill> : null}
        {person.state === 'invited' ? <Pill tone="waiting">{t('stateOf.invited')}</Pill> : null}
        {person.state === 'active' && !person.is_email_verified ? (
          <Pill tone="waiting">{t('notVerified')}</Pill>
        ) : null}
        <Pill tone={person.role === 'member' ? 'plain' : 'accent'}>{showRole(person)}</Pill>
        <Text size="sm" c="dimmed" className={classes.limit}>
          {t('hAWeek', { weekly_hours_limit: person.weekly_hours_limit })}
        </Text>
      </div>
      <IconChevronRight size={16} aria-hidden className={`${classes.go} flips`} />
    </Link>
  );
}
