import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { leaveOrganisation } from '../../../../contract/organisations/leave-organisation.ts';
import { readOrganisation } from '../../../../contract/organisations/read-organisation.ts';
import { forgetOrganisation } from '../../lib/chosen-organisation.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';

/** The way out of the organisation I am in; its last owner is told why there is none. */
export function LeaveOrganisation() {
  const { t } = useTranslation('organisations');
  const here = useQuery(queryOf(readOrganisation, {})).data;
  const [opened, { open, close }] = useDisclosure();
  if (!here) return null;
  return (
    <Box mt="md">
      <Surface>
        <Group p="md" justify="space-between">
          <Text size="sm" flex="1 1 14rem">
            {here.can.leave
              ? t('leaveHint', { name: here.name })
              : t('lastOwner', { name: here.name })}
          </Text>
          <Button variant="default" color="red" disabled={!here.can.leave} onClick={open}>
            {t('leave')}
          </Button>
        </Group>
      </Surface>
      <Sheet title={t('leaveQuestion', { name: here.name })} opened={opened} onClose={close}>
        <Confirm onBack={close} />
      </Sheet>
    </Box>
  );
}

function Confirm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('organisations');
  const action = useAction(leaveOrganisation, {
    refresh: [],
    onSuccess: () => {
      forgetOrganisation();
      location.assign('/');
    },
  });
  return (
    <Stack>
      <FormProblem error={action.error} />
      <Text>{t('leaveWarning')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack} data-autofocus>
          {t('stay')}
        </Button>
        <Button color="red" loading={action.isPending} onClick={() => action.mutate({ body: {} })}>
          {t('leave')}
        </Button>
      </Group>
    </Stack>
  );
}
