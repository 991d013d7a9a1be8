/** The board with its one light. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-cobalt-6)" />
      <path d="M8 10h16M8 16h10M8 22h13" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="23.5" cy="16" r="2.4" fill="#ffd479" />
    </svg>
  );
}
