import { useNavigate, useSearch } from '@tanstack/react-router';

/** Whose shifts the calendar shows; it stands in the address, so that every view keeps it. */
export function useCalendarPerson() {
  const navigate = useNavigate();
  const { person } = useSearch({ strict: false });
  const setPerson = (id: string | undefined) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, person: id }),
      replace: true,
    });
  return { person, setPerson };
}
