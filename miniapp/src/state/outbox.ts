import type { ApiError } from '@tikethet/shared/client';
import type { Attachment, Message } from '@tikethet/shared/contracts';
import { forget, keep, recall } from './database';
import { STORED } from './forgetPerson';
import { createStore } from './store';
import { readStored, writeStored } from './storage';

/** A file that goes with a message; its bytes lie beside the outbox until the desk has both. */
export interface PendingFile {
  /** Also the idempotency key of its upload. */
  key: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  attachment: Attachment | null;
  /** Milliseconds since the epoch; the desk keeps an unused upload for a day. */
  uploadedAt: number | null;
}

/** What makes the first message of a ticket that does not exist yet. */
export interface NewTicket {
  title: string;
  categoryId: string;
  linkedTicketId: string | null;
}

/** A message on its way to the desk. It stays here until the desk has it or the person drops it. */
export interface Pending {
  /** Also the idempotency key: the same on each attempt. */
  key: string;
  /** Of a new ticket: a name of its own, until the desk gives one. */
  ticketId: string;
  newTicket?: NewTicket;
  content: string;
  /** Uploaded before it was sent. */
  attachments: Attachment[];
  /** Still to be uploaded. */
  files: PendingFile[];
  replyToId: string | null;
  createdAt: string;
  /** The newest position known when it was written: its own will be higher. */
  afterPosition: number;
  /** `waiting` goes by itself when the desk is reached again; `failed` was refused. */
  state: 'sending' | 'waiting' | 'failed';
  error: ApiError['code'] | null;
}

/** More than anybody leaves unsent; a bound for the storage. */
const KEPT = 50;

function isPending(value: unknown): value is Pending {
  if (typeof value !== 'object' || value === null) return false;
  const { key, ticketId, content, attachments, createdAt, afterPosition } = value as Pending;
  return (
    [key, ticketId, content, createdAt].every((part) => typeof part === 'string') &&
    Array.isArray(attachments) &&
    typeof afterPosition === 'number'
  );
}

/** What was unsent when the app was closed: it goes by itself, with the same key. */
export function readOutbox(): Pending[] {
  const stored = readStored(STORED.outbox);
  if (!Array.isArray(stored)) return [];
  return stored
    .filter(isPending)
    .slice(-KEPT)
    .map((pending) => ({
      ...pending,
      files: Array.isArray(pending.files) ? pending.files : [],
      state: pending.state === 'failed' ? 'failed' : 'waiting',
    }));
}

export const outbox = createStore<readonly Pending[]>(readOutbox());
outbox.subscribe(() => {
  const now = outbox.get();
  writeStored(STORED.outbox, now.length > 0 ? now.slice(-KEPT) : null);
});

/** Adds a message or replaces the state of a known one; a dropped one does not come back. */
export function putPending(pending: Pending): void {
  outbox.set((now) => {
    const known = now.some((one) => one.key === pending.key);
    return known ? now.map((one) => (one.key === pending.key ? pending : one)) : [...now, pending];
  });
}

/** Changes a message that is still there. @returns it as it is now, null when it was dropped */
export function changePending(key: string, change: Partial<Pending>): Pending | null {
  outbox.set((now) => now.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return outbox.get().find((one) => one.key === key) ?? null;
}

export function dropPending(key: string): void {
  const files = outbox.get().find((one) => one.key === key)?.files ?? [];
  outbox.set((now) => now.filter((one) => one.key !== key));
  for (const file of files) {
    bytes.delete(file.key);
    void forget('files', file.key);
  }
}

/** Bytes of files at hand; the others lie in the database. */
const bytes = new Map<string, File>();

/** Keeps a file with a message; resolves when it would survive the app's end. */
export async function keepFile(key: string, file: File): Promise<PendingFile> {
  bytes.set(key, file);
  await keep('files', key, file);
  const { name, type, size } = file;
  return { key, name, type, size, attachment: null, uploadedAt: null };
}

/** The bytes of a kept file; null when the device has lost them. */
export async function fileOf({ key, name, type }: PendingFile): Promise<File | null> {
  const known = bytes.get(key) ?? (await recall('files', key));
  if (known instanceof File) return known;
  return known instanceof Blob ? new File([known], name, { type }) : null;
}

/** Everything that goes with a message, as far as the desk has it. */
export function attachmentsOf(pending: Pending): Attachment[] {
  return [...pending.attachments, ...pending.files.flatMap((file) => file.attachment ?? [])];
}

/**
 * The pending messages of a ticket that the conversation does not show yet. The live feed may
 * bring a message before the answer to its request comes: then it would stand there twice.
 */
export function notYetShown(
  pending: readonly Pending[],
  messages: readonly Message[],
  myId: string | undefined,
): Pending[] {
  const taken = new Set<string>();
  return pending.filter((one) => {
    const files = attachmentsOf(one).map((file) => file.id);
    // Files that have no id yet cannot be at the desk.
    if (files.length < one.attachments.length + one.files.length) return true;
    const twin = messages.find(
      (message) =>
        !taken.has(message.id) &&
        message.author.id === myId &&
        message.position > one.afterPosition &&
        message.content === one.content.trim() &&
        message.attachments.map((file) => file.id).join() === files.join(),
    );
    if (twin) taken.add(twin.id);
    return twin === undefined;
  });
}
