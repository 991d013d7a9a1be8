import { Group, Stack, Switch, Text, Title } from '@mantine/core';
import { builtSystems, type System, systems } from '../../../../contract/identity/systems.ts';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';

const words: Record<System, readonly [name: string, means: string]> = {
  rota: ['Rota', 'Calendar, requests, periods, hours, offers, gaps'],
  crew: ['Crew', 'Events, call times, clock and timesheets'],
  duty: ['Duty', 'The grid of duties and its reminders'],
  tasks: ['Tasks', 'Who does what by when'],
  chat: ['Chat', 'Conversations'],
  booking: ['Booking', 'Reservations and trades'],
};

type SystemSwitchesProps = { value: readonly System[]; onChange: (value: System[]) => void };

/** Which systems are on; those that this version lacks can't be switched yet. */
export function SystemSwitches({ value, onChange }: SystemSwitchesProps) {
  return (
    <Surface>
      <Stack p="lg">
        <div>
          <Title order={2}>Systems</Title>
          <Text size="sm" c="dimmed">
            What is switched off disappears for everyone; nothing in it is lost.
          </Text>
        </div>
        {systems.map((system) => {
          const [name, means] = words[system];
          const built = builtSystems.includes(system);
          return (
            <Group key={system} justify="space-between" wrap="nowrap">
              <Switch
                label={name}
                description={means}
                checked={built && value.includes(system)}
                disabled={!built}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked
                      ? systems.filter((one) => one === system || value.includes(one))
                      : value.filter((one) => one !== system),
                  )
                }
              />
              {built ? null : <Pill>Not in this version yet</Pill>}
            </Group>
          );
        })}
      </Stack>
    </Surface>
  );
}
