import type { Ticket } from '@tikethet/shared/contracts';
import i18next from 'i18next';
import { api } from '../api/api';
import { openTelegramLink } from '../init/telegram';
import { showToast } from './Toast';

/** Telegram's own choice of chats, for a link with some words. */
function throughTelegram(url: string, text: string): boolean {
  const query = new URLSearchParams({ url, text });
  return openTelegramLink(`https://t.me/share/url?${query.toString()}`);
}

/**
 * Hands a link to the ticket on: to a chat, to another app, or, where there is no such way, to the
 * clipboard. Without a connection it says so.
 */
export async function shareTicket(ticket: Pick<Ticket, 'id' | 'number' | 'title'>): Promise<void> {
  const text = `#${ticket.number} ${ticket.title}`;
  try {
    const { url } = await api('GET /tickets/{id}/link', { id: ticket.id });
    if (throughTelegram(url, text)) return;
    // Not every browser that the types know of can.
    const device: { share?: (what: ShareData) => Promise<void> } = navigator;
    if (device.share) return await device.share({ text, url });
    await navigator.clipboard.writeText(`${text}\n${url}`);
    showToast(i18next.t('rows.linkCopied'));
  } catch (error) {
    // The person has thought better of it.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    showToast(i18next.t('rows.notShared'));
  }
}
