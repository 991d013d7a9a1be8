import { Group, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** So long must a reason be, so that it says something; the server asks the same. */
const lettersMin = 10;

export const isReason = (text: string) => text.trim().length >= lettersMin;

type ReasonFieldProps = {
  value: string;
  onChange: (text: string) => void;
  onSubmit: () => void;
  error?: string | undefined;
};

/** Why something locked is changed. It counts towards what is enough. */
export function ReasonField({ value, onChange, onSubmit, error }: ReasonFieldProps) {
  const { t } = useTranslation('duty');
  const letters = value.trim().length;
  return (
    <div>
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        required
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
        }}
      />
      <Group justify="flex-end" mt={4}>
        <Text size="xs" c={letters < lettersMin ? 'var(--cb-partly)' : 'var(--cb-covered)'}>
          {letters < lettersMin
            ? t('reasonMissing', { count: lettersMin - letters })
            : t('reasonEnough')}
        </Text>
      </Group>
    </div>
  );
}
