import { useNavigate } from '@tanstack/react-router';

type Asked = { start_time: string; end_time: string; person?: string };

/** What stands in the address as `ask`: "2026-11-20", "2026-11-20 18:00-22:00", the same with " for " a person's id. */
export function readAsk(ask: string): { date: string } & Partial<Asked> {
  const [, date = ask, start, end, person] =
    /^(\S+) ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)(?: for ([\da-f-]{36}))?$/.exec(
      ask,
    ) ?? [];
  return {
    date,
    ...(start && end ? { start_time: start, end_time: end } : {}),
    ...(person ? { person } : {}),
  };
}

function writeAsk(date: string, asked?: Asked): string {
  if (!asked) return date;
  const { start_time, end_time, person } = asked;
  const whom = person ? ` for ${person}` : '';
  return `${date} ${start_time.slice(0, 5)}-${end_time.slice(0, 5)}${whom}`;
}

type Booked = { start_time: string; end_time: string };

/** What stands in the address as `book`: a date, perhaps from when to when, perhaps of which resource. */
export function readBook(book: string): { date: string; resource?: string } & Partial<Booked> {
  const [, date = book, start, end, resource] =
    /^(\S+)(?: ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d))?(?: @([\da-f-]{36}))?$/.exec(
      book,
    ) ?? [];
  return {
    date,
    ...(start && end ? { start_time: start, end_time: end } : {}),
    ...(resource ? { resource } : {}),
  };
}

function writeBook(date: string, resource: string | undefined, booked?: Booked): string {
  const span = booked ? ` ${booked.start_time.slice(0, 5)}-${booked.end_time.slice(0, 5)}` : '';
  return `${date}${span}${resource ? ` @${resource}` : ''}`;
}

const overlays = ['ask', 'shift', 'feed', 'book', 'reservation'] as const;
const none = Object.fromEntries(overlays.map((overlay) => [overlay, undefined]));

/**
 * Dialogs that open over any page. They live in the address, so the phone's back button closes
 * them and a link can open them.
 */
export function useOverlays() {
  const navigate = useNavigate();
  const set = (overlay: Partial<Record<(typeof overlays)[number], string>>) =>
    navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...none, ...overlay }),
      resetScroll: false,
    });
  return {
    /** Ask for a shift on a date, from when to when and for whom if that is known already. */
    openAsk: (date: string, asked?: Asked) => void set({ ask: writeAsk(date, asked) }),
    /** One shift with its history. */
    openShift: (id: string) => void set({ shift: id }),
    /** My shifts' secret address for calendar programs. */
    openFeed: () => void set({ feed: 'mine' }),
    /** Reserve a resource (undefined: the default one) on a date, from when to when if that is known. */
    openBook: (date: string, resource?: string, booked?: Booked) =>
      void set({ book: writeBook(date, resource, booked) }),
    /** One reservation and what may be done with it. */
    openReservation: (id: string) => void set({ reservation: id }),
    close: () => void set({}),
  };
}
