import type { Attachment, PersonRef, Ticket } from '@tikethet/shared/contracts';
import { statusAfterAssignment, statusAfterStaffReply } from '@tikethet/shared/tickets';
import type { DesktopBridge } from '../bridge';
import type { Desk } from '../live/desk';
import type { Drafts } from './drafts';
import type { PendingMessage, PendingMessages } from './pendingMessages';
import type { Uploads } from './uploads';
import type { Writer } from './writer';

export interface OutgoingMessage {
  content: string;
  internal: boolean;
  attachments: Attachment[];
  replyToId: string | null;
  quote: string | null;
  mentions: readonly { id: string; displayName: string }[];
  /** What its author had before them; null: it goes whatever others wrote. */
  seen: { position: number; assigneeId: string | null } | null;
  /** Seconds in which it can be taken back. */
  undoSeconds: number;
}

interface Parts {
  bridge: DesktopBridge;
  desk: Desk;
  writer: Writer;
  pending: PendingMessages;
  uploads: Uploads;
  drafts: Drafts;
}

/** Sends messages so that they can be taken back for a few seconds: nothing has left by then. */
export class Replies {
  readonly #parts: Parts;
  /** What goes out with a message and is taken back with it, by the message's key. */
  readonly #followers = new Map<string, { ticketId: string; key: string }[]>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @returns the key of its command */
  send(me: PersonRef, ticket: Ticket, message: OutgoingMessage): string {
    const { writer, pending, desk } = this.#parts;
    const { content, internal, attachments, replyToId, quote, mentions, seen } = message;
    const now = Date.now();
    const delay = message.undoSeconds * 1_000;
    const dueAt = delay > 0 ? new Date(now + delay).toISOString() : null;
    return writer.write({
      route: 'POST /tickets/{id}/messages',
      lane: ticket.id,
      dueAt: dueAt ?? undefined,
      input: () => ({
        id: ticket.id,
        content,
        format: 'markdown',
        internal,
        attachmentIds: attachments.map(({ id }) => id),
        ...(replyToId === null ? {} : { replyToId }),
        ...(replyToId === null || quote === null ? {} : { quote }),
        ...(mentions.length === 0 ? {} : { mentionIds: mentions.map(({ id }) => id) }),
        ...(seen === null ? {} : { seen }),
      }),
      show: (key) => {
        const shown = { key, ticketId: ticket.id, content, internal, attachments, replyToId };
        const at = new Date(now).toISOString();
        pending.add({ ...shown, quote, mentions, dueAt, at, error: null, repeat: null });
        if (!internal) desk.patch(ticket, key, (known) => afterReply(known, me));
      },
      settle: (said, key) => {
        this.#followers.delete(key);
        pending.remove(key);
        desk.addAnswer(said);
        desk.bake(ticket.id, key);
      },
      revert: (key) => desk.revert(ticket.id, key),
      failed: (error, repeat, key) => {
        // In the browser nothing holds a refused reply: sending it all the same is a new one.
        const again = (): void => {
          pending.remove(key);
          this.send(me, ticket, { ...message, seen: null, undoSeconds: 0 });
        };
        const isHeld = this.#parts.bridge.kind === 'electron' || error.code !== 'conflict';
        pending.fail(key, error, isHeld ? repeat : again);
      },
    });
  }

  /** The change of this key goes out after the message, and is taken back with it. */
  follow(messageKey: string, ticketId: string, key: string): void {
    const others = this.#followers.get(messageKey) ?? [];
    this.#followers.set(messageKey, [...others, { ticketId, key }]);
  }

  /**
   * Takes a message back that has not left yet, with what followed it; its text and files stand in
   * the composer again.
   * @returns false: it has left already
   */
  async takeBack(message: PendingMessage): Promise<boolean> {
    const { bridge, desk, pending } = this.#parts;
    const { key, ticketId } = message;
    const result = await bridge.outbox.decide(key, { action: 'withdraw' });
    // One that the browser could not send waits nowhere.
    if (!result.ok && message.error === null) return false;
    for (const follower of this.#followers.get(key) ?? []) {
      await bridge.outbox.decide(follower.key, { action: 'discard' });
      desk.revert(follower.ticketId, follower.key);
    }
    this.#followers.delete(key);
    pending.remove(key);
    desk.revert(ticketId, key);
    this.#putBack(message);
    return true;
  }

  /** It goes now. */
  hurry(key: string): void {
    this.#parts.pending.hurry(key);
    void this.#parts.bridge.outbox.decide(key, { action: 'retry' });
  }

  #putBack(message: PendingMessage): void {
    const { drafts, uploads } = this.#parts;
    const { ticketId, content, internal } = message;
    const { reply, note, mentions } = drafts.of(ticketId);
    const known = internal ? note : reply;
    const text = known.trim() === '' ? content : `${content}\n\n${known}`;
    drafts.change(ticketId, {
      mode: internal ? 'note' : 'reply',
      [internal ? 'note' : 'reply']: text,
      ...(internal ? { mentions: [...mentions, ...message.mentions] } : {}),
      ...(message.replyToId === null ? {} : { replyToId: message.replyToId, quote: message.quote }),
    });
    uploads.restore(ticketId, message.attachments);
  }
}

/** What a public reply does to its ticket, by the desk's rules. */
function afterReply(ticket: Ticket, me: PersonRef): Ticket {
  const { id, displayName, username, role } = me;
  const taken: Ticket =
    ticket.assigneeId === null
      ? {
          ...ticket,
          assigneeId: id,
          assignee: { id, displayName, username, role },
          status: statusAfterAssignment(ticket.status, id),
        }
      : ticket;
  return { ...taken, status: statusAfterStaffReply(taken.status) };
}
