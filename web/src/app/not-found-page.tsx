import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** No page has this address. */
export function NotFoundPage() {
  const { t } = useTranslation(['app', 'ui']);
  return (
    <Container size="xs" py="20vh" component="main">
      <title>{`${t('notFound')} · Callboard`}</title>
      <Stack align="flex-start">
        <Text c="dimmed" fw={600}>
          404
        </Text>
        <Title order={1}>{t('nothingHere')}</Title>
        <Text c="dimmed">{t('movedOrNotYours')}</Text>
        <Button component={Link} to="/calendar">
          {t('ui:goToCalendar')}
        </Button>
      </Stack>
    </Container>
  );
}
