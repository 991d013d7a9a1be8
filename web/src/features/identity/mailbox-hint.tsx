import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { readSetup } from '../../../../contract/identity/read-setup.ts';
import { queryOf } from '../../lib/query.ts';

/** Where mail goes while no mail server is set up. */
export function MailboxHint() {
  const { t } = useTranslation('identity');
  const mailbox = useQuery(queryOf(readSetup, {})).data?.mailbox;
  if (!mailbox) return null;
  return (
    <Text size="sm" c="dimmed" mt="xs">
      <Trans
        t={t}
        i18nKey="mailWaits"
        components={{
          mailbox: <Anchor component={Link} to="/mailbox" inherit underline="always" />,
        }}
      />
    </Text>
  );
}
