import { SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listRosters } from '../../../../contract/duty/list-rosters.ts';
import { queryOf } from '../../lib/query.ts';
import classes from './registration-filters.module.css';
import { type RegistrationFilter, states } from './use-registration-filter.ts';

type RegistrationFiltersProps = {
  filter: RegistrationFilter;
  onChange: (changed: Partial<RegistrationFilter>) => void;
};

/** Narrows the list: by state, roster, recordings, and a part of name, e-mail or number. */
export function RegistrationFilters({ filter, onChange }: RegistrationFiltersProps) {
  const { t } = useTranslation('registrations');
  const rosters = useQuery(queryOf(listRosters, { query: { limit: 100 } })).data ?? [];
  return (
    <div className={classes.filters}>
      <SegmentedControl
        aria-label={t('filterState')}
        data={[
          ...states.map((state) => ({ value: state, label: t(`filter_${state}`) })),
          { value: 'all', label: t('all') },
        ]}
        value={filter.state}
        onChange={(state) => onChange({ state: state as RegistrationFilter['state'] })}
      />
      <Select
        size="sm"
        aria-label={t('filterRoster')}
        placeholder={t('anyRoster')}
        clearable
        data={rosters.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.roster ?? null}
        onChange={(roster) => onChange({ roster: roster ?? undefined })}
      />
      <TextInput
        size="sm"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} />}
        className={classes.search ?? ''}
        maxLength={100}
        value={filter.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <Switch
        label={t('withAuditions')}
        checked={filter.auditions}
        onChange={(event) => onChange({ auditions: event.currentTarget.checked })}
      />
    </div>
  );
}
