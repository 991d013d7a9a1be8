import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grantable, type Permission } from '../../../../contract/identity/permissions.ts';
import { createRole } from '../../../../contract/organisations/create-role.ts';
import { editRole } from '../../../../contract/organisations/edit-role.ts';
import type { RoleAnswer } from '../../../../contract/organisations/role.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { grouped } from './permission-groups.ts';

// Everyone sees the organisation that they belong to.
const offered = grouped(grantable.filter((name) => name !== 'organisation.read'));

/** An own role: what it is called, and each permission ticked or not. */
export function RoleForm({ role, onDone }: { role?: RoleAnswer; onDone: () => void }) {
  const { t } = useTranslation(['organisations', 'ui']);
  const [name, setName] = useState(role?.name ?? '');
  const [held, setHeld] = useState<string[]>(role?.permissions ?? []);
  const told = {
    refresh: ['organisations', 'identity'],
    onSuccess: () => {
      notifyDone(t(role ? 'roleChanged' : 'roleMade', { name }));
      onDone();
    },
  };
  const create = useAction(createRole, told);
  const edit = useAction(editRole, { ...told, version: () => role?.version });
  const error = create.error ?? edit.error;
  const permissions = held.filter((one): one is Permission => one !== 'organisation.read');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (role) edit.mutate({ params: { id: role.id }, body: { name, permissions } });
        else create.mutate({ body: { name, permissions } });
      }}
    >
      <Stack>
        <FormProblem error={error} fields={['name']} />
        <TextInput
          label={t('ui:name')}
          required
          data-autofocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldErrorsOf(error).name}
        />
        {offered.map(({ group, names }) => (
          <Checkbox.Group
            key={group}
            label={t(`permissionGroup.${group}`)}
            value={held}
            onChange={setHeld}
          >
            <Stack gap="xs" mt="xs">
              {names.map((one) => (
                <Checkbox key={one} value={one} label={t(`permission.${one}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button
            type="submit"
            loading={create.isPending || edit.isPending}
            disabled={name.trim() === ''}
          >
            {role ? t('ui:save') : t('makeTheRole')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
