import { Button, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { builtSystems } from '../../../../contract/identity/systems.ts';
import { listAllOrganisations } from '../../../../contract/operator/list-all-organisations.ts';
import { readInstance } from '../../../../contract/operator/read-instance.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { count, showInstant } from '../../lib/format.ts';
import { pagesOf, queryOf } from '../../lib/query.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { LoadError, QueryView, RowsLoading } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';

type Health = Answer<typeof readInstance>;
type Organisation = Answer<typeof listAllOrganisations>[number];

/** What an operator sees: how the instance is, and its organisations in counts. */
export function InstancePage() {
  const health = useQuery(queryOf(readInstance, {}));
  return (
    <Page
      title="Instance"
      description="How this Callboard is, and who uses it. What is in an organisation is its own."
      narrow
    >
      <QueryView query={health}>{(found) => <HealthFacts health={found} />}</QueryView>
      <Title order={2} mt="lg" mb="sm">
        Organisations
      </Title>
      <Organisations />
    </Page>
  );
}

function HealthFacts({ health }: { health: Health }) {
  const { messages, version, node_version, postgres_version } = health;
  const facts: [string, string][] = [
    ['In use', `${count(health.people, 'person', 'people')}, ${count(health.sessions, 'session')}`],
    [
      'Database',
      `${Math.ceil(health.database_bytes / 1_048_576)} MB, PostgreSQL ${postgres_version}`,
    ],
    ['Program', `Callboard ${version}, Node ${node_version}`],
    ['Messages waiting', waiting(messages)],
    ['Messages that failed', String(messages.failed)],
    ['Journal entries not sealed yet', String(health.journal_unsealed)],
  ];
  return (
    <Surface>
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} p="lg" m={0}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <Text component="dt" size="sm" c="dimmed">
              {term}
            </Text>
            <Text component="dd" m={0} fw={550}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Surface>
  );
}

function waiting({ open, oldest_due_at }: Health['messages']): string {
  return oldest_due_at ? `${open}, the oldest since ${showInstant(oldest_due_at)}` : String(open);
}

function Organisations() {
  const pages = useInfiniteQuery(pagesOf(listAllOrganisations, { query: { limit: 50 } }));
  if (!pages.data) {
    if (pages.isError) return <LoadError error={pages.error} onRetry={() => pages.refetch()} />;
    return <RowsLoading />;
  }
  return (
    <>
      <Surface rows>
        {pages.data.pages
          .flatMap((page) => page.items)
          .map((organisation) => (
            <OrganisationRow key={organisation.id} organisation={organisation} />
          ))}
      </Surface>
      {pages.hasNextPage ? (
        <Button
          mt="md"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </>
  );
}

function OrganisationRow({ organisation }: { organisation: Organisation }) {
  const { name, slug, people, active_people, last_used_at, created_at, systems } = organisation;
  const off = builtSystems.filter((system) => !systems.includes(system));
  return (
    <Group justify="space-between" px="md" py="sm" role="group" aria-label={name}>
      <div>
        <Text fw={550}>{name}</Text>
        <Text size="sm" c="dimmed">
          {slug} · since {showInstant(created_at)}
        </Text>
      </div>
      <Group gap="xs">
        {off.map((system) => (
          <Pill key={system}>{system} off</Pill>
        ))}
        <Text size="sm" c="dimmed">
          {active_people} of {count(people, 'person', 'people')} active
          {last_used_at ? ` · last used ${showInstant(last_used_at)}` : ''}
        </Text>
      </Group>
    </Group>
  );
}
