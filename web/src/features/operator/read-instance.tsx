import { Button, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { builtSystems } from '../../../../contract/identity/systems.ts';
import { listAllOrganisations } from '../../../../contract/operator/list-all-organisations.ts';
import { readInstance } from '../../../../contract/operator/read-instance.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { showInstant } from '../../lib/format.ts';
import { pagesOf, queryOf } from '../../lib/query.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { LoadError, QueryView, RowsLoading } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';

type Health = Answer<typeof readInstance>;
type Organisation = Answer<typeof listAllOrganisations>[number];

/** What an operator sees: how the instance is, and its organisations in counts. */
export function InstancePage() {
  const { t } = useTranslation('operator');
  const health = useQuery(queryOf(readInstance, {}));
  return (
    <Page title={t('instance')} description={t('howThisCallboardIs')} narrow>
      <QueryView query={health}>{(found) => <HealthFacts health={found} />}</QueryView>
      <Title order={2} mt="lg" mb="sm">
        {t('organisations')}
      </Title>
      <Organisations />
    </Page>
  );
}

function HealthFacts({ health }: { health: Health }) {
  const { t } = useTranslation('operator');
  const { messages, version, node_version, postgres_version } = health;
  const since = messages.oldest_due_at;
  const facts: [string, string][] = [
    [
      t('inUse'),
      t('peopleAndSessions', {
        people: t('people', { count: health.people }),
        sessions: t('sessions', { count: health.sessions }),
      }),
    ],
    [
      t('database'),
      t('databaseSize', {
        megabytes: Math.ceil(health.database_bytes / 1_048_576),
        version: postgres_version,
      }),
    ],
    [t('program'), t('callboardNode', { version, node_version })],
    [
      t('messagesWaiting'),
      since
        ? t('waitingSince', { open: messages.open, when: showInstant(since) })
        : String(messages.open),
    ],
    [t('messagesThatFailed'), String(messages.failed)],
    [t('journalEntriesNotSealed'), String(health.journal_unsealed)],
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

function Organisations() {
  const { t } = useTranslation('ui');
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
          {t('showMore')}
        </Button>
      ) : null}
    </>
  );
}

function OrganisationRow({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['operator', 'organisations']);
  const { name, slug, people, active_people, last_used_at, created_at, systems } = organisation;
  const active = { active: active_people, count: people };
  const off = builtSystems.filter((system) => !systems.includes(system));
  return (
    <Group justify="space-between" px="md" py="sm" role="group" aria-label={name}>
      <div>
        <Text fw={550}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t('since', { slug, when: showInstant(created_at) })}
        </Text>
      </div>
      <Group gap="xs">
        {off.map((system) => (
          <Pill key={system}>{t('off', { system: t(`organisations:system.${system}.name`) })}</Pill>
        ))}
        <Text size="sm" c="dimmed">
          {last_used_at
            ? t('activeUsed', { ...active, when: showInstant(last_used_at) })
            : t('active', active)}
        </Text>
      </Group>
    </Group>
  );
}
