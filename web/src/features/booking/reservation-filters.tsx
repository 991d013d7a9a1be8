import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reservationStatuses } from '../../../../contract/booking/reservation.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import type { useReservationFilter } from './use-reservation-filter.ts';

type ReservationFiltersProps = {
  filter: ReturnType<typeof useReservationFilter>;
  resources: readonly Resource[];
};

const typingMs = 300;

/** Which reservations: by what is written in them, status, resource and dates. */
export function ReservationFilters({ filter, resources }: ReservationFiltersProps) {
  const { t } = useTranslation('booking');
  const [typed, setTyped] = useState(filter.search ?? '');
  const search = useDebouncedCallback(
    (text: string) => filter.set({ search: text.trim() || undefined }),
    typingMs,
  );
  return (
    <Group gap="sm" align="flex-end" role="search">
      <TextInput
        size="sm"
        flex="2 1 12rem"
        label={t('filter.search')}
        placeholder={t('filter.searchIn')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <Select
        size="sm"
        flex="1 1 8rem"
        label={t('table.status')}
        placeholder={t('filter.all')}
        clearable
        data={reservationStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={filter.status ?? null}
        onChange={(status) => filter.set({ status: status ?? undefined })}
      />
      {resources.length > 1 ? (
        <Select
          size="sm"
          flex="1 1 8rem"
          label={t('form.resource')}
          placeholder={t('filter.all')}
          clearable
          data={resources.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.resource ?? null}
          onChange={(resource) => filter.set({ resource: resource ?? undefined })}
        />
      ) : null}
      {(['from', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="sm"
          flex="1 1 8rem"
          label={t(`filter.${end}`)}
          value={filter[end] ?? ''}
          onChange={(event) => filter.set({ [end]: event.currentTarget.value || undefined })}
        />
      ))}
      {filter.isSet ? (
        <Button
          variant="default"
          leftSection={<IconX size={16} />}
          onClick={() => {
            setTyped('');
            filter.clear();
          }}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </Group>
  );
}
