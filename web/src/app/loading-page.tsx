import { Center, Loader } from '@mantine/core';

/** Shown while the session is restored, only when that takes long enough to be noticed. */
export function LoadingPage() {
  return (
    <Center mih="60dvh" role="status" aria-label="Loading">
      <Loader type="dots" />
    </Center>
  );
}
