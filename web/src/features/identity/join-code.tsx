import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { listJoinCodes } from '../../../../contract/people/list-join-codes.ts';
import { queryOf } from '../../lib/query.ts';
import { Surface } from '../../ui/surface.tsx';

/** The newest code with which people join by themselves, as code and as a link. */
export function JoinCode() {
  const codes = useQuery(queryOf(listJoinCodes, { query: {} })).data;
  const open = codes?.find((code) => code.state === 'open');
  if (!open) return null;
  return (
    <Surface>
      <Group p="md" justify="space-between">
        <div>
          <Text fw={550}>Let people join by themselves</Text>
          <Text size="sm" c="dimmed">
            Whoever has this code becomes a member: <Code fz="sm">{open.code}</Code>
          </Text>
        </div>
        <Group gap="xs">
          <Copy value={open.code} label="Copy the code" />
          <Copy value={open.link} label="Copy the link" />
        </Group>
      </Group>
    </Surface>
  );
}

function Copy({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        >
          {copied ? 'Copied' : label}
        </Button>
      )}
    </CopyButton>
  );
}
