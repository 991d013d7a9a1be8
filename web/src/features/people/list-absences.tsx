import { Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBeach, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Absence } from '../../../../contract/availability/absence.ts';
import { cancelAbsence } from '../../../../contract/availability/cancel-absence.ts';
import { listAbsences } from '../../../../contract/availability/list-absences.ts';
import { joined, showDates, showInstants } from '../../lib/format.ts';
import { pagesOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';
import { AddAbsence } from './add-absence.tsx';

/** Who of the organisation is away, from today on. */
export function AbsencesPage() {
  const { t } = useTranslation(['people', 'ui']);
  return (
    <Page
      title={t('absences')}
      description={t('absencesHint')}
      back={{ to: '/people', label: t('ui:people') }}
      narrow
    >
      <Rows />
    </Page>
  );
}

/** When someone is away, from today on, and a way to say so. */
export function ListAbsences({ person, whose }: { person: string; whose?: string }) {
  const { t } = useTranslation('people');
  const [opened, { open, close }] = useDisclosure();
  return (
    <section aria-label={t('absences')}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('absences')}</Title>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={open}>
          {t('addAnAbsence')}
        </Button>
      </Group>
      <Rows person={person} />
      <Sheet title={t('addAnAbsence')} opened={opened} onClose={close}>
        <AddAbsence person={person} {...(whose && { whose })} onDone={close} />
      </Sheet>
    </section>
  );
}

function Rows({ person }: { person?: string }) {
  const { t } = useTranslation('people');
  const absences = useInfiniteQuery({
    ...pagesOf(listAbsences, { query: { limit: 50, person } }),
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
  return (
    <QueryView query={absences}>
      {(found) =>
        found.length === 0 ? (
          <Surface>
            <Empty icon={IconBeach} title={t('noAbsenceAhead')}>
              {t('noAbsenceHint')}
            </Empty>
          </Surface>
        ) : (
          <>
            <Surface rows>
              {found.map((absence) => (
                <AbsenceRow key={absence.id} absence={absence} named={person === undefined} />
              ))}
            </Surface>
            <MoreRows
              has={absences.hasNextPage}
              loading={absences.isFetchingNextPage}
              onMore={absences.fetchNextPage}
            />
          </>
        )
      }
    </QueryView>
  );
}

function AbsenceRow({ absence, named }: { absence: Absence; named: boolean }) {
  const { t } = useTranslation('people');
  const { time_zone } = useMe().organisation;
  const when = absence.whole_days
    ? showDates(absence.start_date, absence.end_date)
    : joined(
        showDates(absence.start_date, absence.end_date),
        showInstants(absence.starts_at, absence.ends_at, time_zone),
      );
  const action = useAction(cancelAbsence, {
    refresh: ['availability', 'assistant', 'journal'],
    onSuccess: () => notifyDone(t('theAbsenceIsTaken')),
    onError: notifyProblem,
  });
  return (
    <Group justify="space-between" px="md" py="sm" wrap="nowrap" role="group" aria-label={when}>
      <div style={{ minWidth: 0 }}>
        <Text fw={550}>
          {named ? `${absence.person_name} · ` : ''}
          {when}
        </Text>
        {absence.reason ? (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            <bdi>{absence.reason}</bdi>
          </Text>
        ) : null}
      </div>
      {absence.can.cancel ? (
        <Button
          variant="default"
          flex="none"
          loading={action.isPending}
          onClick={() => action.mutate({ params: { id: absence.id } })}
        >
          {t('takeBack')}
        </Button>
      ) : null}
    </Group>
  );
}
