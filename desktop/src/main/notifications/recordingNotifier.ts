import type { NotificationContent, NotificationHandlers, Notifier } from './notifier';

export interface RecordingNotifier extends Notifier {
  /** Everything shown since the start, oldest first. */
  readonly shown: readonly NotificationContent[];
  /** Tickets whose notifications were taken away. */
  readonly withdrawn: readonly string[];
  /** Does what a person would do with number `index`. */
  act(index: number): NotificationHandlers;
  /** Makes the stand-in system refuse what comes, with this reason; null: no longer. */
  refuse(reason: string | null): void;
}

/**
 * Notes what is shown on its way to another notifier, and answers for the system: tests look here,
 * where no desktop is.
 */
export function createRecordingNotifier(inner: Notifier): RecordingNotifier {
  const shown: NotificationContent[] = [];
  const withdrawn: string[] = [];
  const handlers: NotificationHandlers[] = [];
  let refusal: string | null = null;
  return {
    shown,
    withdrawn,
    act(index) {
      const known = handlers[index];
      if (known === undefined) throw new Error(`No notification ${index}`);
      return known;
    },
    refuse: (reason) => void (refusal = reason),
    show(content, on) {
      shown.push(content);
      handlers.push(on);
      inner.show(content, { click: on.click, reply: on.reply, markRead: on.markRead });
      if (refusal === null) on.shown?.();
      else on.failed?.(refusal);
    },
    withdraw(ticketId) {
      withdrawn.push(ticketId);
      inner.withdraw(ticketId);
    },
    clear: () => inner.clear(),
  };
}
