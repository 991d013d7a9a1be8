import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readSetup } from '../../../../contract/identity/read-setup.ts';
import { queryOf } from '../../lib/query.ts';

/** Where mail goes while no mail server is set up. */
export function MailboxHint() {
  const mailbox = useQuery(queryOf(readSetup, {})).data?.mailbox;
  if (!mailbox) return null;
  return (
    <Text size="sm" c="dimmed" mt="xs">
      No mail server is set up here: mail waits in the{' '}
      <Anchor component={Link} to="/mailbox" inherit underline="always">
        built-in mailbox
      </Anchor>
      .
    </Text>
  );
}
