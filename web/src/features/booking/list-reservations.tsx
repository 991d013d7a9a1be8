import { Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp, IconTableOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listReservations } from '../../../../contract/booking/list-reservations.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { showDateSpan, showInstant } from '../../lib/format.ts';
import { useOverlays } from '../../lib/overlays.ts';
import { pagesOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { useResources } from '../../lib/use-resources.ts';
import { Empty } from '../../ui/empty.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import classes from './list-reservations.module.css';
import { PrimeTimePill } from './prime-time-pill.tsx';
import { ReservationFilters } from './reservation-filters.tsx';
import { ReservationRows } from './reservation-rows.tsx';
import { ReservationStatusPill } from './reservation-status-pill.tsx';
import { useReservationFilter } from './use-reservation-filter.ts';
import { useResourceTopics } from './use-resource-topics.ts';

type Filter = ReturnType<typeof useReservationFilter>;

/** All reservations of everyone: found by what one knows of them, with notes and reasons. */
export function ReservationsPage() {
  const { t } = useTranslation('booking');
  const resources = useResources().data ?? [];
  useResourceTopics(resources);
  const filter = useReservationFilter();
  const pages = useInfiniteQuery({
    ...pagesOf(listReservations, { query: filter.query }),
    // What stood there stays until the others have come.
    placeholderData: (before) => before,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const phone = usePhone();
  return (
    <Page title={t('table.title')} description={t('table.description')}>
      <Stack gap="md">
        <ReservationFilters filter={filter} resources={resources} />
        <QueryView query={pages}>
          {() =>
            rows.length === 0 ? (
              <Empty icon={IconTableOff} title={t('table.none')}>
                {filter.isSet ? t('table.noneFound') : t('table.noneYet')}
              </Empty>
            ) : (
              <>
                {phone ? (
                  <ReservationRows reservations={rows} withName />
                ) : (
                  <Rows rows={rows} filter={filter} />
                )}
                <MoreRows
                  has={pages.hasNextPage}
                  loading={pages.isFetchingNextPage}
                  onMore={() => void pages.fetchNextPage()}
                />
              </>
            )
          }
        </QueryView>
      </Stack>
    </Page>
  );
}

function Rows({ rows, filter }: { rows: readonly Reservation[]; filter: Filter }) {
  const { t } = useTranslation('booking');
  return (
    <Surface className={classes.scroll}>
      <Table className={classes.table ?? ''} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <SortedHead filter={filter} by="starts_at" label={t('table.when')} />
            <Table.Th scope="col">{t('table.who')}</Table.Th>
            <Table.Th scope="col">{t('form.resource')}</Table.Th>
            <Table.Th scope="col">{t('table.status')}</Table.Th>
            <Table.Th scope="col">{t('form.notesShort')}</Table.Th>
            <Table.Th scope="col">{t('table.reason')}</Table.Th>
            <SortedHead filter={filter} by="created_at" label={t('table.asked')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((reservation) => (
            <Row key={reservation.id} reservation={reservation} />
          ))}
        </Table.Tbody>
      </Table>
    </Surface>
  );
}

function Row({ reservation }: { reservation: Reservation }) {
  const { openReservation } = useOverlays();
  const { time_zone } = useMe().organisation;
  return (
    <Table.Tr>
      <Table.Td className={classes.when ?? ''}>
        <UnstyledButton className={classes.open} onClick={() => openReservation(reservation.id)}>
          {showDateSpan(reservation)}
        </UnstyledButton>
      </Table.Td>
      <Table.Td>
        {reservation.user_name}
        <Text size="xs" c="dimmed">
          {reservation.user_email}
        </Text>
      </Table.Td>
      <Table.Td>{reservation.resource_name}</Table.Td>
      <Table.Td>
        <span className={classes.pills}>
          <ReservationStatusPill status={reservation.status} />
          {reservation.is_primetime ? <PrimeTimePill /> : null}
        </span>
      </Table.Td>
      <Table.Td className={classes.text ?? ''}>{reservation.notes}</Table.Td>
      <Table.Td className={classes.text ?? ''}>{reservation.rejection_reason}</Table.Td>
      <Table.Td>{showInstant(reservation.created_at, time_zone)}</Table.Td>
    </Table.Tr>
  );
}

type SortedHeadProps = { filter: Filter; by: 'starts_at' | 'created_at'; label: string };

function SortedHead({ filter, by, label }: SortedHeadProps) {
  const up = filter.sort === by;
  const down = filter.sort === `-${by}`;
  const Icon = up ? IconArrowUp : down ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th scope="col" aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => filter.set({ sort: down ? by : `-${by}` })}
      >
        {label} <Icon size={14} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
