import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** The key that was just made; it is shown this once. */
export function ApiKeyMade({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  return (
    <Stack>
      <Text role="status">
        <strong>Here is your key.</strong> It is shown only now; keep it like a password.
      </Text>
      <TextInput
        label="API key"
        description="The program sends it with every call: Authorization: Bearer …"
        value={apiKey}
        readOnly
        ff="monospace"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={apiKey}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
