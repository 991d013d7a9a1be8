import { Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { builtSystems, type System, systems } from '../../../../contract/identity/systems.ts';
import { Pill } from '../../ui/pill.tsx';
import { Surface } from '../../ui/surface.tsx';

type SystemSwitchesProps = { value: readonly System[]; onChange: (value: System[]) => void };

/** Which systems are on; those that this version lacks can't be switched yet. */
export function SystemSwitches({ value, onChange }: SystemSwitchesProps) {
  const { t } = useTranslation('organisations');
  return (
    <Surface>
      <Stack p="lg">
        <div>
          <Title order={2}>{t('systems')}</Title>
          <Text size="sm" c="dimmed">
            {t('systemsHint')}
          </Text>
        </div>
        {systems.map((system) => {
          const built = builtSystems.includes(system);
          return (
            <Group key={system} justify="space-between" wrap="nowrap">
              <Switch
                label={t(`system.${system}.name`)}
                description={t(`system.${system}.means`)}
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
              {built ? null : <Pill>{t('notInThisVersion')}</Pill>}
            </Group>
          );
        })}
      </Stack>
    </Surface>
  );
}
