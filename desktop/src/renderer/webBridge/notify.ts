import type { FeedEvent } from '@tikethet/shared/events';
import { consoleEn } from '@tikethet/shared/locales/console.en';
import { consoleRu } from '@tikethet/shared/locales/console.ru';
import type { BridgeEmitter } from './emitter';

/** A title, a text and the ticket, or null when nobody needs to be told. */
function newsOf(event: FeedEvent): { title: string; body: string; ticketId: string } | null {
  const { notify } = document.documentElement.lang === 'ru' ? consoleRu : consoleEn;
  if (event.type === 'ticket.created') {
    const { id, number, title } = event.data;
    return {
      title: notify.newTicket.replace('{{number}}', `#${number}`),
      body: title,
      ticketId: id,
    };
  }
  if (event.type === 'message.created' && event.data.author.side === 'CUSTOMER') {
    const { author, content, ticketId, position } = event.data;
    // The first message is the ticket itself, which was told already.
    if (position === 1) return null;
    return {
      title: notify.message.replace('{{name}}', author.displayName),
      body: content.slice(0, 200),
      ticketId,
    };
  }
  return null;
}

/** Tells of news by the browser while this page is not in front; a click opens the ticket. */
export function notifyOf(event: FeedEvent, meId: string, emitter: BridgeEmitter): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  if (document.hasFocus() || event.actorId === meId) return;
  const news = newsOf(event);
  if (!news) return;
  const notification = new Notification(news.title, { body: news.body, tag: news.ticketId });
  notification.onclick = () => {
    window.focus();
    notification.close();
    emitter.emit('openTicket', { ticketId: news.ticketId });
  };
}
