import type { Ticket } from '@tikethet/shared/contracts';
import i18next from 'i18next';
import { showToast } from './Toast';

/** Hands a ticket's number and subject to another app; where there is no such way, it is copied. */
export async function shareTicket({
  number,
  title,
}: Pick<Ticket, 'number' | 'title'>): Promise<void> {
  const text = `#${number} ${title}`;
  try {
    if ('share' in navigator) await navigator.share({ text });
    else throw new TypeError('No way to share');
  } catch (error) {
    // The person has thought better of it.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    await navigator.clipboard.writeText(text).then(
      () => showToast(i18next.t('rows.copied', { number })),
      () => undefined,
    );
  }
}
