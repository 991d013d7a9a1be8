import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../ui/form-problem.tsx';

type ConfirmDeleteProps = {
  /** What will be so afterwards. */
  children: React.ReactNode;
  /** What the button says. */
  go: string;
  action: { error: Error | null; isPending: boolean };
  onGo: () => void;
  onKeep: () => void;
};

/** Asks once before something ends; a refusal stays with its sentence. */
export function ConfirmDelete({ children, go, action, onGo, onKeep }: ConfirmDeleteProps) {
  const { t } = useTranslation('ui');
  return (
    <Stack>
      <Text>{children}</Text>
      <FormProblem error={action.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onKeep}>
          {t('keepIt')}
        </Button>
        <Button color="red" loading={action.isPending} onClick={onGo}>
          {go}
        </Button>
      </Group>
    </Stack>
  );
}
