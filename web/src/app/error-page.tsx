import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { sentenceOf } from '../lib/problem.ts';

/** When a page can't be shown at all. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <Container size="xs" py="xl" component="main">
      <title>Something went wrong · Callboard</title>
      <Stack align="flex-start" role="alert">
        <Title order={1}>This page did not load</Title>
        <Text c="dimmed">{sentenceOf(error)}</Text>
        <Button onClick={retry}>Try again</Button>
      </Stack>
    </Container>
  );
}
