import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';

type EmptyProps = {
  icon: TablerIcon;
  title: string;
  children?: React.ReactNode;
  action?: React.ReactNode;
};

/** Nothing here yet: says why, and what to do next. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py={56} px="md" ta="center">
      <ThemeIcon variant="light" color="gray" size={52} radius="xl">
        <Icon size={26} stroke={1.5} aria-hidden />
      </ThemeIcon>
      <Title order={2} mt="xs">
        {title}
      </Title>
      {children ? (
        <Text c="dimmed" maw="26rem">
          {children}
        </Text>
      ) : null}
      {action ? <div style={{ marginTop: '0.75rem' }}>{action}</div> : null}
    </Stack>
  );
}
