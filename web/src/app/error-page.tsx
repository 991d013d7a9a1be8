import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../lib/problem.ts';

/** When a page can't be shown at all. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation(['app', 'ui']);
  const router = useRouter();
  const retry = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <Container size="xs" py="xl" component="main">
      <title>{`${t('somethingWrong')} · Callboard`}</title>
      <Stack align="flex-start" role="alert">
        <Title order={1}>{t('pageNotLoaded')}</Title>
        <Text c="dimmed">{sentenceOf(error)}</Text>
        <Button onClick={retry}>{t('ui:tryAgain')}</Button>
      </Stack>
    </Container>
  );
}
