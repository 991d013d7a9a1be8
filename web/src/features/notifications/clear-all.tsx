import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { clearAll } from '../../../../contract/notifications/clear-all.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Empties the list, after asking: it does not come back. */
export function ClearAll() {
  const [asking, setAsking] = useState(false);
  const action = useAction(clearAll, {
    refresh: ['notifications'],
    onSuccess: () => {
      setAsking(false);
      notifyDone('Your list is empty.');
    },
    onError: notifyProblem,
  });
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        Clear
      </Button>
      <Sheet title="Clear all notifications?" opened={asking} onClose={() => setAsking(false)}>
        <Text>They leave this list for good. Nothing else changes.</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)}>
            Keep them
          </Button>
          <Button color="red" loading={action.isPending} onClick={() => action.mutate({})}>
            Clear all
          </Button>
        </Group>
      </Sheet>
    </>
  );
}
