import { useNavigate } from '@tanstack/react-router';

/**
 * Dialogs that open over any page. They live in the address, so the phone's back button closes
 * them and a link can open them.
 */
export function useOverlays() {
  const navigate = useNavigate();
  const set = (overlay: { ask?: string; shift?: string }) =>
    navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({
        ...before,
        ask: undefined,
        shift: undefined,
        ...overlay,
      }),
      resetScroll: false,
    });
  return {
    /** Ask for a shift on a date. */
    openAsk: (date: string) => void set({ ask: date }),
    /** One shift with its history. */
    openShift: (id: string) => void set({ shift: id }),
    close: () => void set({}),
  };
}
