import { Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBeach, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Absence } from '../../../../contract/availability/absence.ts';
import { cancelAbsence } from '../../../../contract/availability/cancel-absence.ts';
import { listAbsences } from '../../../../contract/availability/list-absences.ts';
import { showDates, showInstants } from '../../lib/format.ts';
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
  return (
    <Page
      title="Absences"
      description="Nothing is planned for someone while they are away."
      back={{ to: '/people', label: 'People' }}
      narrow
    >
      <Rows />
    </Page>
  );
}

/** When someone is away, from today on, and a way to say so. */
export function ListAbsences({ person, whose }: { person: string; whose?: string }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <section aria-label="Absences">
      <Group justify="space-between" mb="sm">
        <Title order={2}>Absences</Title>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={open}>
          Add an absence
        </Button>
      </Group>
      <Rows person={person} />
      <Sheet title="Add an absence" opened={opened} onClose={close}>
        <AddAbsence person={person} {...(whose && { whose })} onDone={close} />
      </Sheet>
    </section>
  );
}

function Rows({ person }: { person?: string }) {
  const absences = useInfiniteQuery({
    ...pagesOf(listAbsences, { query: { limit: 50, person } }),
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
  return (
    <QueryView query={absences}>
      {(found) =>
        found.length === 0 ? (
          <Surface>
            <Empty icon={IconBeach} title="No absence ahead">
              Holidays, illness, appointments: what is entered here is kept free of shifts.
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
  const { time_zone } = useMe().organisation;
  const when = absence.whole_days
    ? showDates(absence.start_date, absence.end_date)
    : `${showDates(absence.start_date, absence.end_date)}, ${showInstants(absence.starts_at, absence.ends_at, time_zone)}`;
  const action = useAction(cancelAbsence, {
    refresh: ['availability', 'assistant', 'journal'],
    onSuccess: () => notifyDone('The absence is taken back.'),
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
            {absence.reason}
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
          Take back
        </Button>
      ) : null}
    </Group>
  );
}
