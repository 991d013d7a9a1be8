import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** No page has this address. */
export function NotFoundPage() {
  return (
    <Container size="xs" py="20vh" component="main">
      <title>Not found · Callboard</title>
      <Stack align="flex-start">
        <Text c="dimmed" fw={600}>
          404
        </Text>
        <Title order={1}>There is nothing at this address</Title>
        <Text c="dimmed">It may have moved, or it is not yours to see.</Text>
        <Button component={Link} to="/calendar">
          Go to the calendar
        </Button>
      </Stack>
    </Container>
  );
}
