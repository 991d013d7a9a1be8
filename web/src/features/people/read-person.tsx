import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonDetails } from '../../../../contract/people/person-details.ts';
import { readPerson } from '../../../../contract/people/read-person.ts';
import { queryOf } from '../../lib/query.ts';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EditPerson } from './edit-person.tsx';
import { LetPerson } from './let-person.tsx';
import { ListAbsences } from './list-absences.tsx';
import { SetAvailability } from './set-availability.tsx';

/** One person: who they are, what they may do, when they can be on. */
export function PersonPage() {
  const { t } = useTranslation(['people', 'ui']);
  const { id = '' } = useParams({ strict: false });
  const person = useQuery(queryOf(readPerson, { params: { id } }));
  return (
    <Page
      title={person.data?.full_name ?? t('person')}
      description={person.data ? <Standing person={person.data} /> : null}
      back={{ to: '/people', label: t('ui:people') }}
      actions={person.data ? <LetPerson person={person.data} /> : null}
      narrow
    >
      <QueryView query={person}>
        {(found) => (
          <Stack gap="lg">
            <EditPerson key={found.version} person={found} />
            <SetAvailability person={found.id} whose={found.full_name} />
            <ListAbsences person={found.id} whose={found.full_name} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function Standing({ person }: { person: PersonDetails }) {
  const { t } = useTranslation(['people', 'identity']);
  return (
    <Group gap="xs">
      <Text style={{ overflowWrap: 'anywhere' }}>{person.email}</Text>
      {person.state === 'deactivated' ? (
        <Pill tone="bad">{t('identity:stateOf.deactivated')}</Pill>
      ) : null}
      {person.state === 'invited' ? (
        <Pill tone="waiting">{t('identity:stateOf.invited')}</Pill>
      ) : null}
      {person.is_email_verified || person.state === 'invited' ? null : (
        <Pill tone="waiting">{t('notVerified')}</Pill>
      )}
    </Group>
  );
}
