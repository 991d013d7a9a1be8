import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type AfterAskingProps = {
  label: string;
  icon: React.ReactNode;
  question: string;
  yes: string;
  bad?: boolean;
  busy: boolean;
  onYes: () => void;
};

/** A button that says what it would do before it is done. */
export function AfterAsking(props: AfterAskingProps) {
  const { t } = useTranslation('ui');
  const { label, icon, question, yes, bad, busy, onYes } = props;
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button variant="default" leftSection={icon} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text size="sm">{question}</Text>
      <Group gap="xs" justify="flex-end">
        <Button variant="default" autoFocus onClick={() => setAsking(false)}>
          {t('back')}
        </Button>
        <Button
          {...(bad ? { color: 'red' } : {})}
          loading={busy}
          onClick={() => {
            onYes();
            setAsking(false);
          }}
        >
          {yes}
        </Button>
      </Group>
    </Stack>
  );
}
