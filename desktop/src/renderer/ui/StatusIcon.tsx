import type { TicketStatus } from '@tikethet/shared/tickets';

/** One shape per status, so that colour is never the only sign. Decorative: put its name beside. */
export function StatusIcon({ status, size = 14 }: { status: TicketStatus; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      style={{ color: `var(--status-${status})`, flex: 'none' }}
    >
      {SHAPES[status]}
    </svg>
  );
}

const ring = <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const SHAPES: Readonly<Record<TicketStatus, React.ReactNode>> = {
  OPEN: ring,
  IN_PROGRESS: (
    <>
      {ring}
      <path d="M7 3.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
    </>
  ),
  WAITING_RESPONSE: (
    <>
      {ring}
      <path
        d="M7 4v3.2l2 1.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  RESOLVED: (
    <>
      <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      <path
        d="m4.3 7.2 1.9 1.9 3.6-3.9"
        fill="none"
        stroke="var(--bg)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  CLOSED: (
    <>
      {ring}
      <path
        d="m5 5 4 4m0-4L5 9"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </>
  ),
};
