import { Anchor, Button, CopyButton, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconCheck, IconCopy } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { announce } from '../../ui/announce.tsx';

/** The address that was just made, with all that can be done with it; it is shown this once. */
export function FeedAddress({ url }: { url: string }) {
  const { t } = useTranslation(['calendar', 'ui']);
  // The scheme that calendar programs answer to; they read it over http or https.
  const webcal = url.replace(/^https?:/, 'webcal:');
  return (
    <Stack gap="sm">
      <Text role="status">
        <Trans t={t} i18nKey="hereIsAddress" components={{ strong: <strong /> }} />
      </Text>
      <TextInput
        label={t('secretAddress')}
        description={t('dontPassOn')}
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
          {t('addToMyCalendar')}
        </Button>
        <CopyAddress url={url} />
      </Group>
      <List size="sm" spacing={4}>
        <List.Item>{t('subscribers')}</List.Item>
        <List.Item>
          <Trans
            t={t}
            i18nKey="google"
            components={{
              link: (
                <Anchor
                  href="https://calendar.google.com/calendar/r/settings/addbyurl"
                  target="_blank"
                  rel="noreferrer"
                  inherit
                  underline="always"
                />
              ),
            }}
          />
        </List.Item>
      </List>
      {isOnThisMachine(url) ? (
        <Text size="sm" c="var(--cb-partly)">
          {t('onlyThisMachine', { host: new URL(url).host })}
        </Text>
      ) : null}
    </Stack>
  );
}

function CopyAddress({ url }: { url: string }) {
  const { t } = useTranslation(['calendar', 'ui']);
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
            announce(t('copiedSaid'));
          }}
        >
          {copied ? t('ui:copied') : t('ui:copy')}
        </Button>
      )}
    </CopyButton>
  );
}

function isOnThisMachine(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}
