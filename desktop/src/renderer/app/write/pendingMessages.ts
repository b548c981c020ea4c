import type { Attachment, Message } from '@tikethet/shared/contracts';
import type { BridgeError } from '../bridge';
import { createStore, type Store } from '../store';

/** A message the person has sent and the server has not confirmed. */
export interface PendingMessage {
  /** The command's idempotency key. */
  key: string;
  ticketId: string;
  content: string;
  internal: boolean;
  attachments: Attachment[];
  replyToId: string | null;
  /** ISO 8601. */
  at: string;
  error: BridgeError | null;
  repeat: (() => void) | null;
}

const NONE: readonly PendingMessage[] = [];

export class PendingMessages {
  readonly store: Store<readonly PendingMessage[]> = createStore(NONE);

  /** Stands at the end of the conversation from now on; a repeat clears the earlier failure. */
  add(message: PendingMessage): void {
    const others = this.store.get().filter(({ key }) => key !== message.key);
    this.store.set([...others, message]);
  }

  fail(key: string, error: BridgeError, repeat: () => void): void {
    this.store.set(
      this.store.get().map((one) => (one.key === key ? { ...one, error, repeat } : one)),
    );
  }

  remove(key: string): PendingMessage | null {
    const found = this.store.get().find((one) => one.key === key) ?? null;
    if (found) this.store.set(this.store.get().filter((one) => one !== found));
    return found;
  }

  /**
   * The feed may bring a person's own message before the answer to its sending does: the first
   * one like it is then no longer pending.
   */
  confirm(message: Message): void {
    const same = this.store
      .get()
      .find(
        (one) =>
          one.error === null &&
          one.ticketId === message.ticketId &&
          one.internal === message.internal &&
          one.content.trim() === message.content,
      );
    if (same) this.remove(same.key);
  }
}
