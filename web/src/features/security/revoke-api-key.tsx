import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revokeApiKey } from '../../../../contract/security/revoke-api-key.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Revokes a key, after asking: the program that has it stops at once. */
export function RevokeApiKey({ apiKey }: { apiKey: { id: string; name: string } }) {
  const { t } = useTranslation(['security', 'ui']);
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const action = useAction(revokeApiKey, {
    refresh: ['security'],
    onSuccess: () => {
      close();
      notifyDone(t('keyRevoked', { name: apiKey.name }));
    },
  });
  return (
    <>
      <Button
        variant="default"
        aria-label={t('revokeNamed', { name: apiKey.name })}
        onClick={() => setOpened(true)}
      >
        {t('ui:revoke')}
      </Button>
      <Sheet title={t('revokeQuestion', { name: apiKey.name })} opened={opened} onClose={close}>
        <Stack>
          <Text>{t('revokeHint')}</Text>
          <FormProblem error={action.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:keepIt')}
            </Button>
            <Button
              color="red"
              loading={action.isPending}
              onClick={() => action.mutate({ params: { id: apiKey.id } })}
            >
              {t('ui:revokeIt')}
            </Button>
          </Group>
        </Stack>
      </Sheet>
    </>
  );
}
