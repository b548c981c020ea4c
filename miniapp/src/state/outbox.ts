import type { ApiError } from '@tikethet/shared/client';
import type { Attachment, Message } from '@tikethet/shared/contracts';
import { createStore } from './store';
import { readStored, writeStored } from './storage';

/** A message on its way to the desk. It stays here until the desk has it or the person drops it. */
export interface Pending {
  /** Also the idempotency key: the same on each attempt. */
  key: string;
  ticketId: string;
  content: string;
  attachments: Attachment[];
  replyToId: string | null;
  createdAt: string;
  /** The newest position known when it was written: its own will be higher. */
  afterPosition: number;
  state: 'sending' | 'failed';
  error: ApiError['code'] | null;
}

const STORED = 'tikethet.outbox';
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

/** What was unsent when the app was closed: to be sent again by a tap, with the same key. */
export function readOutbox(): Pending[] {
  const stored = readStored(STORED);
  if (!Array.isArray(stored)) return [];
  return stored
    .filter(isPending)
    .slice(-KEPT)
    .map((pending) => ({ ...pending, state: 'failed', error: pending.error ?? 'network' }));
}

export const outbox = createStore<readonly Pending[]>(readOutbox());
outbox.subscribe(() => {
  const now = outbox.get();
  writeStored(STORED, now.length > 0 ? now.slice(-KEPT) : null);
});

export function putPending(pending: Pending): void {
  outbox.set((now) => {
    const known = now.some((one) => one.key === pending.key);
    return known ? now.map((one) => (one.key === pending.key ? pending : one)) : [...now, pending];
  });
}

export function dropPending(key: string): void {
  outbox.set((now) => now.filter((one) => one.key !== key));
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
    const files = one.attachments.map((file) => file.id).join();
    const twin = messages.find(
      (message) =>
        !taken.has(message.id) &&
        message.author.id === myId &&
        message.position > one.afterPosition &&
        message.content === one.content.trim() &&
        message.attachments.map((file) => file.id).join() === files,
    );
    if (twin) taken.add(twin.id);
    return twin === undefined;
  });
}
