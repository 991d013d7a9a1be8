import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import {
  type Channel,
  type DeliveryStatus,
  deliveryStatuses,
} from '../../../../contract/inbox/delivery.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay } from '../../lib/use-me.ts';
import { channelWord } from './channel-mark.tsx';
import { deliveryWord } from './delivery-badge.tsx';
import classes from './delivery-filters.module.css';
import { channels, useDeliveryFilter } from './use-delivery-filter.ts';

const states = deliveryStatuses.map((value) => ({ value, label: deliveryWord(value) }));
const ways = channels.map((value) => ({ value, label: channelWord(value) }));

/** Which deliveries are shown: by state, by way and by person. */
export function DeliveryFilters() {
  const { filter, choose } = useDeliveryFilter();
  const mayChoosePerson = useMay('person.read');
  return (
    <search className={classes.filters} aria-label="Which deliveries">
      <Select
        label="State"
        placeholder="Any"
        clearable
        data={states}
        value={filter.status ?? null}
        onChange={(status) => choose({ status: (status as DeliveryStatus) ?? undefined })}
      />
      <Select
        label="By"
        placeholder="Any way"
        clearable
        data={ways}
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
      label="To"
      placeholder="Anyone"
      clearable
      searchable
      data={data}
      // The server has looked already, in e-mail addresses too.
      filter={({ options }) => options}
      value={filter.person ?? null}
      onSearchChange={(text) => setTyped(data.some(({ label }) => label === text) ? '' : text)}
      onChange={(person) => choose({ person: person ?? undefined })}
      nothingFoundMessage="Nobody by that name"
    />
  );
}
