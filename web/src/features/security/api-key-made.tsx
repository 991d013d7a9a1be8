import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';

/** The key that was just made; it is shown this once. */
export function ApiKeyMade({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  const { t } = useTranslation(['security', 'ui']);
  return (
    <Stack>
      <Text role="status">
        <Trans t={t} i18nKey="keyMade" components={{ strong: <strong /> }} />
      </Text>
      <TextInput
        label={t('apiKey')}
        description={t('keySent')}
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
              {copied ? t('ui:copied') : t('ui:copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}
