import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import {
  type Channel,
  type DeliveryStatus,
  deliveryStatuses,
} from '../../../../contract/inbox/delivery.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import classes from './delivery-filters.module.css';
import { channels, useDeliveryFilter } from './use-delivery-filter.ts';

/** Which deliveries are shown: by state, by way and by person. */
export function DeliveryFilters() {
  const { t } = useTranslation('inbox');
  const { filter, choose } = useDeliveryFilter();
  const mayChoosePerson = useMay('person.read');
  return (
    <search className={classes.filters} aria-label={t('whichDeliveries')}>
      <Select
        label={t('state')}
        placeholder={t('any')}
        clearable
        data={deliveryStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={filter.status ?? null}
        onChange={(status) => choose({ status: (status as DeliveryStatus) ?? undefined })}
      />
      <Select
        label={t('by')}
        placeholder={t('anyWay')}
        clearable
        data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={filter.channel ?? null}
        onChange={(channel) => choose({ channel: (channel as Channel) ?? undefined })}
      />
      {mayChoosePerson ? (
        <div className={classes.person}>
          <PersonFilter />
        </div>
      ) : null}
    </search>
  );
}

function PersonFilter() {
  const { t } = useTranslation('inbox');
  const { filter, choose } = useDeliveryFilter();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const people = useQuery({
    ...queryOf(listPeople, { query: { limit: 200, search: search || undefined } }),
    placeholderData: keepPreviousData,
  });
  const data = (people.data ?? []).map((person) => ({
    value: person.id,
    label: person.full_name,
  }));
  return (
    <Select
      label={t('to')}
      placeholder={t('anyone')}
      clearable
      searchable
      data={data}
      // The server has looked already, in e-mail addresses too.
      filter={({ options }) => options}
      value={filter.person ?? null}
      onSearchChange={(text) => setTyped(data.some(({ label }) => label === text) ? '' : text)}
      onChange={(person) => choose({ person: person ?? undefined })}
      nothingFoundMessage={t('nobodyByThatName')}
    />
  );
}
