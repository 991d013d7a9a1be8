import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deleteResource } from '../../../../contract/resources/delete-resource.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

/** Takes a resource away, after asking once. */
export function DeleteResource({ resource, onDone }: { resource: Resource; onDone: () => void }) {
  const { t } = useTranslation(['resources', 'ui']);
  const action = useAction(deleteResource, {
    refresh: ['resources', 'booking'],
    onSuccess: () => {
      notifyDone(t('delete.done', { name: resource.name }));
      onDone();
    },
  });
  return (
    <Stack>
      <Text>{t('delete.what', { name: resource.name })}</Text>
      <FormProblem error={action.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('ui:keepIt')}
        </Button>
        <Button
          color="red"
          loading={action.isPending}
          onClick={() => action.mutate({ params: { id: resource.id } })}
        >
          {t('ui:delete')}
        </Button>
      </Group>
    </Stack>
  );
}
