import { Button, Group, Stack, Text } from '@mantine/core';
import { deleteCoverageWindow } from '../../../../contract/rota/delete-coverage-window.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import type { CoverageWindow } from './list-coverage-windows.tsx';

/** Ends a coverage window, after asking once. */
export function DeleteCoverageWindow(props: { window: CoverageWindow; onDone: () => void }) {
  const { window, onDone } = props;
  const action = useAction(deleteCoverageWindow, {
    onSuccess: ({ message }) => {
      notifyDone(message);
      onDone();
    },
  });
  return (
    <Stack>
      <Text>
        From today on, nobody has to be there for <strong>{window.name}</strong>. The days before
        keep it.
      </Text>
      <FormProblem error={action.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Keep it
        </Button>
        <Button
          color="red"
          loading={action.isPending}
          onClick={() => action.mutate({ params: { id: window.id } })}
        >
          End the window
        </Button>
      </Group>
    </Stack>
  );
}
