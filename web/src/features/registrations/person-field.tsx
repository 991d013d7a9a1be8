import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import { queryOf } from '../../lib/query.ts';

type PersonFieldProps = {
  label: string;
  placeholder?: string;
  value: string | null;
  onChange: (person: string | null) => void;
};

/** Someone of the directory, found by name or e-mail. */
export function PersonField({ label, placeholder, value, onChange }: PersonFieldProps) {
  const { t } = useTranslation('registrations');
  const people = useQuery(queryOf(listPeople, { query: { limit: 200 } })).data ?? [];
  return (
    <Select
      label={label}
      placeholder={placeholder}
      searchable
      clearable
      limit={50}
      nothingFoundMessage={t('noneLike')}
      data={people.map(({ id, full_name, email }) => ({
        value: id,
        label: `${full_name} (${email})`,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
