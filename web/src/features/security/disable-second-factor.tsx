import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disableSecondFactor } from '../../../../contract/security/disable-second-factor.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useFreshAction } from './use-fresh-action.tsx';

/** Switches the second factor off, after asking. */
export function DisableSecondFactor() {
  const { t } = useTranslation('security');
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const action = useFreshAction(disableSecondFactor, {
    onSuccess: () => {
      close();
      notifyDone(t('passwordAlone'));
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('switchItOff')}
      </Button>
      <Sheet title={t('switchOffQuestion')} opened={opened} onClose={close}>
        <Stack>
          <Text>{t('switchOffHint')}</Text>
          <FormProblem error={action.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('keepItOn')}
            </Button>
            <Button color="red" loading={action.isPending} onClick={() => action.run({})}>
              {t('switchItOff')}
            </Button>
          </Group>
        </Stack>
      </Sheet>
      {action.dialog}
    </>
  );
}
