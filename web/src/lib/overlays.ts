import { useNavigate } from '@tanstack/react-router';

type Times = { start_time: string; end_time: string };

/** What stands in the address as `ask`: "2026-11-20", or "2026-11-20 18:00-22:00". */
export function readAsk(ask: string): { date: string } & Partial<Times> {
  const [, date = ask, start, end] =
    /^(\S+) ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(ask) ?? [];
  return { date, ...(start && end ? { start_time: start, end_time: end } : {}) };
}

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
    /** Ask for a shift on a date, from when to when if that is known already. */
    openAsk: (date: string, times?: Times) =>
      void set({ ask: times ? `${date} ${times.start_time}-${times.end_time}` : date }),
    /** One shift with its history. */
    openShift: (id: string) => void set({ shift: id }),
    close: () => void set({}),
  };
}
