import { Anchor, Button, CopyButton, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconCheck, IconCopy } from '@tabler/icons-react';
import { announce } from '../../ui/announce.tsx';

/** The address that was just made, with all that can be done with it; it is shown this once. */
export function FeedAddress({ url }: { url: string }) {
  // The scheme that calendar programs answer to; they read it over http or https.
  const webcal = url.replace(/^https?:/, 'webcal:');
  return (
    <Stack gap="sm">
      <Text role="status">
        <strong>Here is your address.</strong> It is shown only now.
      </Text>
      <TextInput
        label="Secret address"
        description="Whoever has it can read your shifts: don’t pass it on."
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap="xs">
        <Button
          component="a"
          href={webcal}
          size="md"
          flex="1 0 auto"
          leftSection={<IconCalendarPlus size={18} />}
          data-autofocus
        >
          Add to my calendar
        </Button>
        <CopyAddress url={url} />
      </Group>
      <List size="sm" spacing={4}>
        <List.Item>iPhone, Mac, Outlook, Thunderbird: the button asks to subscribe.</List.Item>
        <List.Item>
          Google: copy it, then on a computer{' '}
          <Anchor
            href="https://calendar.google.com/calendar/r/settings/addbyurl"
            target="_blank"
            rel="noreferrer"
            inherit
            underline="always"
          >
            add a calendar by URL
          </Anchor>
          .
        </List.Item>
      </List>
      {isOnThisMachine(url) ? (
        <Text size="sm" c="var(--cb-partly)">
          This Callboard is reached at {new URL(url).host}: only programs on this machine can read
          the address.
        </Text>
      ) : null}
    </Stack>
  );
}

function CopyAddress({ url }: { url: string }) {
  return (
    <CopyButton value={url} timeout={3000}>
      {({ copied, copy }) => (
        <Button
          size="md"
          flex="1 0 auto"
          variant="default"
          leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          onClick={() => {
            copy();
            announce('Copied.');
          }}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      )}
    </CopyButton>
  );
}

function isOnThisMachine(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}
