import { Button } from '@mantine/core';
import { IconLink, IconRefresh } from '@tabler/icons-react';
import { makeFeed } from '../../../../contract/calendar/make-feed.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { AfterAsking } from './after-asking.tsx';

type MakeFeedProps = { exists: boolean; onMade: (made: Answer<typeof makeFeed>) => void };

/** Makes the secret address, or after a word about the old one a new one. */
export function MakeFeed({ exists, onMade }: MakeFeedProps) {
  const action = useAction(makeFeed, { onSuccess: onMade, refresh: ['calendar', 'journal'] });
  const make = () => action.mutate({});
  return (
    <>
      <FormProblem error={action.error} />
      {exists ? (
        <AfterAsking
          label="Make a new address"
          icon={<IconRefresh size={16} />}
          question="The address that you have now stops working at once. Calendars that read it get nothing new: give them the new one."
          yes="Make the new one"
          busy={action.isPending}
          onYes={make}
        />
      ) : (
        <Button
          size="md"
          leftSection={<IconLink size={18} />}
          loading={action.isPending}
          onClick={make}
          data-autofocus
        >
          Make the address
        </Button>
      )}
    </>
  );
}
