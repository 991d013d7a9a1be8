import { Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { deleteRole } from '../../../../contract/organisations/delete-role.ts';
import type { RoleAnswer } from '../../../../contract/organisations/role.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

/** Deletes a role that nobody has, after asking once. */
export function DeleteRole({ role, onDone }: { role: RoleAnswer; onDone: () => void }) {
  const { t } = useTranslation(['organisations', 'ui']);
  const action = useAction(deleteRole, {
    onSuccess: () => {
      notifyDone(t('roleDeleted', { name: role.name }));
      onDone();
    },
  });
  return (
    <Stack>
      <FormProblem error={action.error} />
      <Text>
        <Trans
          t={t}
          i18nKey="nobodyHas"
          values={{ name: role.name }}
          components={{ strong: <strong /> }}
        />
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('ui:keepIt')}
        </Button>
        <Button
          color="red"
          loading={action.isPending}
          onClick={() => action.mutate({ params: { id: role.id } })}
        >
          {t('deleteTheRole')}
        </Button>
      </Group>
    </Stack>
  );
}
