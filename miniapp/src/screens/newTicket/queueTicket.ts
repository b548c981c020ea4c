import { sendMessage } from '../../api/sendMessage';
import type { Uploads } from '../../files/useUploads';
import { keepFile, type NewTicket } from '../../state/outbox';

interface Queued {
  /** The key of attempts before: the desk may have it already. */
  key: string;
  newTicket: NewTicket;
  content: string;
  uploads: Uploads;
}

/** Hands a ticket to the outbox: it goes by itself, once, when the desk is in reach. */
export async function queueTicket({ key, newTicket, content, uploads }: Queued): Promise<void> {
  const attachments = uploads.ready;
  const files = await Promise.all(uploads.takeOver().map((one) => keepFile(one.key, one.file)));
  sendMessage({
    key,
    ticketId: `new:${key}`,
    newTicket,
    content,
    attachments,
    files,
    replyToId: null,
    createdAt: new Date().toISOString(),
    afterPosition: 0,
    state: 'waiting',
    error: null,
  });
}
