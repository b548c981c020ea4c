import type { Attachment, Message } from '@tikethet/shared/contracts';
import type { BridgeError, QueuedItem } from '../bridge';
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
  /** The part of it that is meant. */
  quote: string | null;
  /** Of a note: whom it addresses. */
  mentions: readonly { id: string; displayName: string }[];
  /** ISO 8601: it can be taken back until then; null: it is on its way. */
  dueAt: string | null;
  /** ISO 8601. */
  at: string;
  error: BridgeError | null;
  repeat: (() => void) | null;
}

const NONE: readonly PendingMessage[] = [];

function isMessage(item: QueuedItem): boolean {
  return item.operation === 'messages.create';
}

function contentOf({ input }: QueuedItem): string {
  return typeof input['content'] === 'string' ? input['content'] : '';
}

function toPending(item: QueuedItem): PendingMessage {
  const { input } = item;
  return {
    key: item.key,
    ticketId: item.ticketId ?? '',
    content: contentOf(item),
    internal: input['internal'] === true,
    attachments: item.attachments,
    replyToId: typeof input['replyToId'] === 'string' ? input['replyToId'] : null,
    quote: typeof input['quote'] === 'string' ? input['quote'] : null,
    // Their names stand in the text; whoever takes it back addresses them anew.
    mentions: [],
    dueAt: item.dueAt,
    at: item.at,
    error: item.state === 'held' ? item.problem : null,
    repeat: null,
  };
}

export class PendingMessages {
  /** Keys that the outbox has named, of messages that stand here. */
  #followed: ReadonlySet<string> = new Set();
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

  /**
   * Brings the messages to what the outbox holds: those of an earlier start of the program appear,
   * held ones say why, those that are gone from it leave.
   * @param whole whether `items` is all of it; else they begin with the oldest, so that what is
   * missing before the last of them is gone
   */
  follow(items: readonly QueuedItem[], whole: boolean, retry: (key: string) => void): void {
    const queued = new Map(items.filter(isMessage).map((item) => [item.key, item]));
    const known = this.store.get();
    const last = items.findLast(({ state }) => state !== 'held')?.at ?? '';
    const kept = known.flatMap((one) => {
      const item = queued.get(one.key);
      if (item === undefined) {
        const isGone = this.#followed.has(one.key) && (whole || one.at < last);
        return isGone ? [] : [one];
      }
      return item.state === 'held'
        ? [{ ...one, content: contentOf(item), error: item.problem, repeat: () => retry(one.key) }]
        : [{ ...one, content: contentOf(item), error: null, repeat: null, dueAt: item.dueAt }];
    });
    const keys = new Set(known.map(({ key }) => key));
    const added = [...queued.values()].filter(({ key }) => !keys.has(key)).map(toPending);
    for (const { key } of added) keys.add(key);
    const named = kept.filter(({ key }) => this.#followed.has(key)).map(({ key }) => key);
    this.#followed = new Set([...queued.keys(), ...named]);
    if (known.length > 0 || added.length > 0) this.store.set([...kept, ...added]);
  }

  /** It goes now. */
  hurry(key: string): void {
    this.store.set(
      this.store.get().map((one) => (one.key === key ? { ...one, dueAt: null } : one)),
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
