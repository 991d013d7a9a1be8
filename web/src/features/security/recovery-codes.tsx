import { Button, Code, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Sheet } from '../../ui/sheet.tsx';

type RecoveryCodesProps = { codes: readonly string[] | null; onClose: () => void };

/** Recovery codes that were just made; they are shown this once. */
export function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  return (
    <Sheet title="Your recovery codes" opened={codes !== null} onClose={onClose}>
      <Stack>
        <Text role="status">
          <strong>Keep these where your telephone is not.</strong> Each lets you in once, in place
          of a code of the app. They are shown only now.
        </Text>
        <SimpleGrid cols={2} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {codes?.map((code) => (
            <li key={code}>
              <Code fz="md" block ta="center">
                {code}
              </Code>
            </li>
          ))}
        </SimpleGrid>
        <Group justify="flex-end">
          <CopyButton value={(codes ?? []).join('\n')}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                onClick={copy}
                leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              >
                {copied ? 'Copied' : 'Copy them'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>I have kept them</Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
