import { nativeImage, Notification, type NotificationConstructorOptions } from 'electron';
import type { Capabilities } from '../native/capabilities';
import type { Texts } from '../texts';
import type { NotificationContent, NotificationHandlers, Notifier } from './notifier';

export interface NativeNotifierOptions {
  capabilities: Capabilities;
  texts: () => Texts;
  /** The bytes of a picture of the desk; null when they cannot be had soon. */
  picture(path: string): Promise<Buffer | null>;
  failed(reason: string): void;
}

/** Notifications kept clickable at a time; the system forgets older ones too. */
const KEPT = 30;

/**
 * The system's own notifications, one per ticket: a newer one takes the older's place. They are
 * held on to, because a notification that is collected as garbage swallows its click. They are
 * silent: sounds are the console's own, by kind.
 */
export function createNativeNotifier(options: NativeNotifierOptions): Notifier {
  const { capabilities } = options;
  const standing = new Map<string, Notification>();
  /** The newest wish of each ticket: a picture that comes late must not bring back an older one. */
  const wishes = new Map<string, NotificationContent>();

  function close(key: string): void {
    standing.get(key)?.close();
    standing.delete(key);
  }

  function withdraw(key: string): void {
    wishes.delete(key);
    close(key);
  }

  function optionsFor(content: NotificationContent): NotificationConstructorOptions {
    const { title, body, ticketId, answerable } = content;
    const t = options.texts();
    return {
      title,
      body,
      silent: true,
      ...(ticketId !== null && { groupId: ticketId }),
      ...(capabilities.reply &&
        answerable && { hasReply: true, replyPlaceholder: t('notification.replyHere') }),
      ...(capabilities.actions &&
        ticketId !== null && {
          actions: [{ type: 'button' as const, text: t('notification.markRead') }],
        }),
    };
  }

  function present(
    key: string,
    settings: NotificationConstructorOptions,
    on: NotificationHandlers,
  ): void {
    close(key);
    const notification = new Notification(settings);
    standing.set(key, notification);
    const oldest = standing.keys().next();
    if (standing.size > KEPT && !oldest.done) withdraw(oldest.value);
    const answered = (act: () => void) => () => {
      withdraw(key);
      act();
    };
    notification.on('click', answered(on.click));
    notification.on('action', answered(on.markRead));
    notification.on('reply', (details, before) => {
      const text = details.reply ?? before;
      answered(() => on.reply(text))();
    });
    notification.on('show', () => on.shown?.());
    notification.on('failed', (_event, reason) => {
      options.failed(reason);
      on.failed?.(reason);
    });
    notification.show();
  }

  return {
    show(content, on) {
      if (!Notification.isSupported()) return on.failed?.('unsupported');
      const key = content.ticketId ?? '';
      const settings = optionsFor(content);
      if (content.picture === null) {
        wishes.delete(key);
        return present(key, settings, on);
      }
      wishes.set(key, content);
      void options.picture(content.picture).then((bytes) => {
        if (wishes.get(key) !== content) return;
        const icon = bytes === null ? null : nativeImage.createFromBuffer(bytes);
        const seen = icon === null || icon.isEmpty() ? {} : { icon };
        present(key, { ...settings, ...seen }, on);
      });
    },
    withdraw,
    clear() {
      wishes.clear();
      for (const key of [...standing.keys()]) close(key);
    },
  };
}
