import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Says a sentence to screen readers, politely. */
export function announce(sentence: string): void {
  // A trailing space makes the same sentence news again.
  said = said === sentence ? `${sentence} ` : sentence;
  for (const listener of listeners) listener();
}

/** Where announcements are put; once per page. */
export function Announcer() {
  const sentence = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {sentence}
    </VisuallyHidden>
  );
}
