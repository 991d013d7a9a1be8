import { Group, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { Surface } from '../../ui/surface.tsx';

type SectionProps = {
  title: string;
  description?: React.ReactNode;
  action?: React.ReactNode;
  children?: React.ReactNode;
};

/** One guard of the account: what it is, how it stands, what can be done. */
export function Section({ title, description, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Surface>
        <Stack p="lg" gap="md">
          <Group justify="space-between" align="flex-start">
            <div style={{ flex: '1 1 14rem' }}>
              <Title order={2} id={id}>
                {title}
              </Title>
              {description ? (
                <Text c="dimmed" component="div" mt={4}>
                  {description}
                </Text>
              ) : null}
            </div>
            {action}
          </Group>
          {children}
        </Stack>
      </Surface>
    </section>
  );
}
