import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { RegistrationState } from '../../../../contract/registrations/registration.ts';

export const states = ['new', 'accepted', 'declined'] as const;

/** What the list is narrowed to; it stands in the address, so that a link shows the same. */
export type RegistrationFilter = {
  state: RegistrationState | 'all';
  roster: string | undefined;
  auditions: boolean;
  search: string;
};

export function useRegistrationFilter() {
  const address = useSearch({ strict: false });
  const navigate = useNavigate();
  const [search, setSearch] = useState(address.search ?? '');
  const [asked] = useDebouncedValue(search.trim(), 200);
  const state = states.find((one) => one === address.state);
  const filter: RegistrationFilter = {
    state: address.state === 'all' ? 'all' : (state ?? 'new'),
    roster: address.roster,
    auditions: address.auditions === 'yes',
    search,
  };
  const go = (changed: Record<string, string | undefined>) =>
    void navigate({
      to: '/registrations',
      search: (before) => ({ ...before, ...changed }),
      replace: !('registration' in changed),
      resetScroll: false,
    });
  const set = (changed: Partial<RegistrationFilter>) => {
    if (changed.search !== undefined) setSearch(changed.search);
    const { auditions, ...texts } = changed;
    const flag = auditions === undefined ? {} : { auditions: auditions ? 'yes' : undefined };
    go({ ...texts, ...flag, search: (changed.search ?? search) || undefined });
  };
  return {
    filter,
    set,
    query: {
      state: filter.state === 'all' ? undefined : filter.state,
      roster: filter.roster,
      auditions: filter.auditions || undefined,
      search: asked || undefined,
    },
    isFiltered:
      asked !== '' ||
      filter.auditions ||
      filter.roster !== undefined ||
      address.state !== undefined,
    opened: address.registration,
    open: (registration: string | undefined) => go({ registration }),
  };
}
