import { Box, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageTemplate } from '../../../../contract/wording/wording.ts';

type VariablesProps = { template: MessageTemplate; onChoose: (name: string) => void };

/** What may stand in the texts; choosing one writes it where the cursor is. */
export function Variables({ template, onChoose }: VariablesProps) {
  const { t } = useTranslation('wording');
  return (
    <Box role="group" aria-label={t('variables')}>
      <Text size="sm" fw={500} mb={4}>
        {t('variables')}
      </Text>
      <Group gap={6}>
        {template.variables.map(({ name, sample }) => (
          <Button
            key={name}
            variant="default"
            size="compact-sm"
            title={sample}
            onClick={() => onChoose(name)}
          >
            {name}
          </Button>
        ))}
      </Group>
    </Box>
  );
}
