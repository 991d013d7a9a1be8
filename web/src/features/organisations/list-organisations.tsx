import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listOrganisations } from '../../../../contract/organisations/list-organisations.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { switchOrganisation } from '../../lib/chosen-organisation.ts';
import { queryOf } from '../../lib/query.ts';
import { showRole } from '../../lib/show-role.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { FoundOrganisation } from './found-organisation.tsx';
import { LeaveOrganisation } from './leave-organisation.tsx';

type Mine = Answer<typeof listOrganisations>[number];

/** Where I belong: into another one, a new one, or out of this one. */
export function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  const mine = useQuery(queryOf(listOrganisations, {}));
  return (
    <Page
      title={t('yourOrganisations')}
      description={t('oneLogIn')}
      actions={<FoundOrganisation />}
      narrow
    >
      <QueryView query={mine}>
        {(found) => (
          <Surface rows>
            {found.map((organisation) => (
              <OrganisationRow key={organisation.id} organisation={organisation} />
            ))}
          </Surface>
        )}
      </QueryView>
      <LeaveOrganisation />
    </Page>
  );
}

function OrganisationRow({ organisation }: { organisation: Mine }) {
  const { t } = useTranslation('organisations');
  const { id, name, slug, time_zone, is_current } = organisation;
  return (
    <Group justify="space-between" px="md" py="sm" role="group" aria-label={name}>
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Title order={2} fz="md" fw={550}>
            {name}
          </Title>
          {is_current ? <Pill tone="accent">{t('youAreHere')}</Pill> : null}
        </Group>
        <Text size="sm" c="dimmed">
          {showRole(organisation)} · {slug} · {time_zone}
        </Text>
      </div>
      {is_current ? null : (
        <Button
          variant="default"
          onClick={() => switchOrganisation(id)}
          aria-label={t('goTo', { name })}
        >
          {t('goThere')}
        </Button>
      )}
    </Group>
  );
}
