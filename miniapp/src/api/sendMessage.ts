import { ApiError } from '@tikethet/shared/client';
import type { InputOf } from '@tikethet/shared/contracts';
import i18next from 'i18next';
import { queryClient } from '../app/queryClient';
import { haptic } from '../init/telegram';
import { putMessage, putTicket } from '../live/applyEvent';
import {
  attachmentsOf,
  changePending,
  dropPending,
  fileOf,
  outbox,
  putPending,
  type NewTicket,
  type Pending,
  type PendingFile,
} from '../state/outbox';
import { showToast } from '../ui/Toast';
import { api, session } from './api';
import { isPassing } from './isPassing';
import { keys } from './queries';
import { uploadFile } from './upload';

/** Milliseconds before the second try by itself; doubles up to the longest. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/** The desk throws unused uploads away after a day. Milliseconds. */
const UPLOAD_COUNTS = 20 * 60 * 60_000;

async function uploadOne(pending: Pending, file: PendingFile): Promise<Pending> {
  if (file.attachment && Date.now() - (file.uploadedAt ?? 0) < UPLOAD_COUNTS) return pending;
  const bytes = await fileOf(file);
  if (bytes === null) throw new ApiError(404, 'not_found', 'The device has lost the file');
  // An upload that was thrown away has used up its key.
  const key = file.attachment ? `${file.key}.${Date.now()}` : file.key;
  const attachment = await uploadFile(bytes, {
    key,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const done: PendingFile = { ...file, attachment, uploadedAt: Date.now() };
  const files = pending.files.map((one) => (one.key === file.key ? done : one));
  changePending(pending.key, { files });
  return { ...pending, files };
}

async function deliver({ newTicket, ...pending }: Pending): Promise<void> {
  const attachmentIds = attachmentsOf(pending).map((file) => file.id);
  const options = { idempotencyKey: pending.key };
  if (newTicket) {
    const ticket = await api(
      'POST /tickets',
      ticketBody(newTicket, pending.content, attachmentIds),
      options,
    );
    putTicket(queryClient, ticket, session.user()?.id ?? '');
    showToast(i18next.t('newTicket.sent', { number: ticket.number }));
    return;
  }
  const { ticketId: id, content, replyToId } = pending;
  const body = { id, content, attachmentIds, ...(replyToId !== null && { replyToId }) };
  putMessage(queryClient, await api('POST /tickets/{id}/messages', body, options));
}

/** What `POST /tickets` is sent: the same words, however often and from where. */
export function ticketBody(
  { title, categoryId, linkedTicketId }: NewTicket,
  description: string,
  attachmentIds: string[],
): InputOf<'tickets.create'> {
  return {
    title,
    description,
    categoryId,
    attachmentIds,
    ...(linkedTicketId !== null && { linkedTicketId }),
  };
}

/** @returns whether the message needs no further try: the desk has it, or refused it for good */
async function attempt(waiting: Pending): Promise<boolean> {
  let pending: Pending = { ...waiting, state: 'sending', error: null };
  putPending(pending);
  try {
    for (const file of pending.files) pending = await uploadOne(pending, file);
    await deliver(pending);
    dropPending(pending.key);
    // A customer's message may bring a ticket back to work; the feed says so too, if it is there.
    if (!pending.newTicket) {
      void queryClient.invalidateQueries({ queryKey: keys.ticket(pending.ticketId) });
    }
    return true;
  } catch (error) {
    const code = error instanceof ApiError ? error.code : 'internal';
    if (isPassing(error)) {
      changePending(pending.key, { state: 'waiting', error: code });
      return false;
    }
    haptic('error');
    changePending(pending.key, { state: 'failed', error: code });
    if (code === 'ticket_closed') {
      void queryClient.invalidateQueries({ queryKey: keys.ticket(pending.ticketId) });
    }
    return true;
  }
}

const running = new Set<string>();
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends a ticket's messages one after another, in the order written; stops where one must wait. */
async function run(ticketId: string): Promise<void> {
  if (running.has(ticketId)) return;
  running.add(ticketId);
  for (;;) {
    const next = outbox.get().find((one) => one.ticketId === ticketId && one.state !== 'failed');
    if (!next) break;
    if (!(await attempt(next))) {
      tryAgainLater();
      break;
    }
    failures = 0;
  }
  running.delete(ticketId);
}

function tryAgainLater(): void {
  clearTimeout(timer);
  timer = setTimeout(flushOutbox, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures));
  failures += 1;
}

/** Tries everything that waits, now: the desk may be in reach again. */
export function flushOutbox(): void {
  clearTimeout(timer);
  for (const ticketId of new Set(outbox.get().map((one) => one.ticketId))) void run(ticketId);
}

/** Shows a message at once and sends it, now or when the desk is in reach, exactly once. */
export function sendMessage(pending: Pending): void {
  putPending({ ...pending, state: 'waiting', error: null });
  void run(pending.ticketId);
}
