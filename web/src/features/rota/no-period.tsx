import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../lib/use-me.ts';
import { Surface } from '../../ui/surface.tsx';

/** A month that lies in no schedule period: nobody can ask in it yet. */
export function NoPeriod({ month }: { month: string }) {
  const mayCreate = useMay('period.create');
  return (
    <Surface>
      <Group p="md" justify="space-between">
        <Text>
          <strong>{month} has no schedule period.</strong>{' '}
          {mayCreate
            ? 'Open one, and people can ask for shifts in it.'
            : 'As soon as an admin opens one, you can ask for shifts.'}
        </Text>
        {mayCreate ? (
          <Button component={Link} to="/periods">
            Go to the periods
          </Button>
        ) : null}
      </Group>
    </Surface>
  );
}
