import { Button, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Signup } from './sign-up.tsx';

type SignedUpProps = {
  name: string;
  email: string;
  auditions: number;
  signup: Signup;
  onAgain: () => void;
};

/** Thanks, and says what comes next. */
export function SignedUp({ name, email, auditions, signup, onAgain }: SignedUpProps) {
  const { t } = useTranslation('registrations');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [first = name] = name.trim().split(/\s+/);
  return (
    <Stack gap="md">
      <ThemeIcon size={52} radius="xl" variant="light">
        <IconCheck size={28} aria-hidden />
      </ThemeIcon>
      <Title order={1} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {t('thanks', { name: first })}
      </Title>
      <Text>{t('signedUpFor', { roster: signup.roster.name })}</Text>
      <List spacing={6}>
        <List.Item>{t('nextRead', { name: signup.organisation_name })}</List.Item>
        <List.Item>{t('nextMail', { email })}</List.Item>
        {auditions > 0 ? <List.Item>{t('cameAlong', { count: auditions })}</List.Item> : null}
      </List>
      <Text c="dimmed">{t('mayClose')}</Text>
      <Button variant="default" onClick={onAgain}>
        {t('signUpAnother')}
      </Button>
    </Stack>
  );
}
