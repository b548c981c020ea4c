import { Notification } from 'electron';
import type { Notifier } from './notifier';

/** Notifications kept clickable at a time; the system forgets older ones too. */
const KEPT = 30;

/**
 * The system's own notifications, one per ticket: a newer one takes the older's place. They are
 * held on to, because a notification that is collected as garbage swallows its click.
 */
export function createNativeNotifier(failed: (reason: string) => void): Notifier {
  const shown = new Map<string, Notification>();

  function close(key: string): void {
    shown.get(key)?.close();
    shown.delete(key);
  }

  return {
    show({ title, body, ticketId }, onClick) {
      if (!Notification.isSupported()) return;
      const key = ticketId ?? '';
      close(key);
      const notification = new Notification({ title, body });
      shown.set(key, notification);
      const oldest = shown.keys().next();
      if (shown.size > KEPT && !oldest.done) close(oldest.value);
      notification.on('click', () => {
        close(key);
        onClick();
      });
      notification.on('failed', (_event, error) => failed(error));
      notification.show();
    },
    clear() {
      for (const key of [...shown.keys()]) close(key);
    },
  };
}
