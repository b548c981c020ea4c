import { TICKET_PRIORITIES, type TicketPriority } from '@tikethet/shared/tickets';

const BARS = [
  { x: 1.5, height: 4 },
  { x: 5.5, height: 7 },
  { x: 9.5, height: 10 },
];

/** Rising bars; CRITICAL is a filled mark that cannot be missed. Put its name beside. */
export function PriorityIcon({ priority, size = 14 }: { priority: TicketPriority; size?: number }) {
  const level = TICKET_PRIORITIES.indexOf(priority);
  const critical = priority === 'CRITICAL';
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      style={{
        // A colour that the desk has set, or ours.
        color: `var(--priority-${priority}, ${critical ? 'var(--status-OPEN)' : 'var(--text-2)'})`,
        flex: 'none',
      }}
    >
      {critical ? (
        <>
          <rect x="0.5" y="0.5" width="13" height="13" rx="3" fill="currentColor" />
          <path d="M7 3.6v4" stroke="var(--bg)" strokeWidth="1.8" strokeLinecap="round" />
          <circle cx="7" cy="10.2" r="1.1" fill="var(--bg)" />
        </>
      ) : (
        BARS.map((bar, index) => (
          <rect
            key={bar.x}
            x={bar.x}
            y={12 - bar.height}
            width="3"
            height={bar.height}
            rx="1"
            fill="currentColor"
            opacity={index <= level ? 1 : 0.28}
          />
        ))
      )}
    </svg>
  );
}
