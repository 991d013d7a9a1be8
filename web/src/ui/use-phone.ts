import { useMediaQuery } from '@mantine/hooks';

/** Whether the screen is a phone's; the same width at which the navigation moves to the bottom. */
export function usePhone(): boolean {
  return useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }) ?? false;
}
