import { Select, Stack, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPeople } from '../../../../contract/identity/list-people.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';

type AskForSomeoneProps = {
  value: string | undefined;
  onChange: (person: string | undefined) => void;
  error?: string | undefined;
};

/** An admin's choice: not a request of one's own, but an approved shift for someone. */
export function AskForSomeone({ value, onChange, error }: AskForSomeoneProps) {
  const { t } = useTranslation('rota');
  const me = useMe();
  const [on, setOn] = useState(value !== undefined);
  const people = useQuery(queryOf(listPeople, { query: { limit: 200 } })).data ?? [];
  return (
    <Stack gap="xs">
      <Switch
        label={t('approveAtOnce')}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          onChange(event.currentTarget.checked ? me.id : undefined);
        }}
      />
      {on ? (
        <Select
          label={t('whoIsOn')}
          searchable
          allowDeselect={false}
          data={people.map(({ id, full_name }) => ({ value: id, label: full_name }))}
          value={value ?? null}
          onChange={(id) => onChange(id ?? undefined)}
          error={error}
        />
      ) : null}
    </Stack>
  );
}
