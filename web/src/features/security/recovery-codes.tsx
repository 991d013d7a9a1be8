import { Button, Code, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/sheet.tsx';

type RecoveryCodesProps = { codes: readonly string[] | null; onClose: () => void };

/** Recovery codes that were just made; they are shown this once. */
export function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  const { t } = useTranslation(['security', 'ui']);
  return (
    <Sheet title={t('yourRecoveryCodes')} opened={codes !== null} onClose={onClose}>
      <Stack>
        <Text role="status">
          <Trans t={t} i18nKey="recoveryHint" components={{ strong: <strong /> }} />
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
                {copied ? t('ui:copied') : t('copyThem')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('iHaveKeptThem')}</Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
