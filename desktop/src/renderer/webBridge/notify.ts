import type { FeedEvent } from '@tikethet/shared/events';
import type { Preferences } from '../../bridge';
import { createI18n } from '../app/i18n';
import { headOf, textOf } from '../features/notifications/headOf';
import type { BridgeEmitter } from './emitter';

/**
 * Tells of what the desk has put into the person's list, by the browser, while this page is not in
 * front; a click opens the message. The browser makes its own sound.
 */
export function notifyOf(event: FeedEvent, preferences: Preferences, emitter: BridgeEmitter): void {
  if (event.type !== 'notification.created' || !preferences.notifications) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  if (document.hasFocus()) return;
  const { notification: told } = event.data;
  const { t } = createI18n(document.documentElement.lang === 'ru' ? 'ru' : 'en');
  const about = told.ticket === null ? '' : `#${told.ticket.number} · `;
  const shown = new Notification(about + headOf(told, t), {
    body: preferences.previews ? textOf(told, t) || (told.ticket?.title ?? '') : '',
    tag: told.ticket?.id ?? told.id,
  });
  shown.onclick = () => {
    window.focus();
    shown.close();
    if (told.ticket === null) return;
    emitter.emit('openTicket', { ticketId: told.ticket.id, messageId: told.messageId });
  };
}
