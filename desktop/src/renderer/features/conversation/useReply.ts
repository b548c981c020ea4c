import type { Message, Ticket } from '@tikethet/shared/contracts';
import { LIMITS, statusAfterAssignment, statusAfterStaffReply } from '@tikethet/shared/tickets';
import { useCallback, useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { readDraft, writeDraft, type Draft } from './drafts';

/** What is being written on a ticket, and sending it. */
export function useReply(ticket: Ticket) {
  const { me, desk, writer, pending, uploads } = useDesk();
  const [draft, setDraft] = useState(() => readDraft(localStorage, me.id, ticket.id));
  const [quoted, setQuoted] = useState<Message | null>(null);
  const files = useStore(uploads.store, (all) => all[ticket.id]) ?? [];
  const { mode } = draft;
  const text = draft[mode];

  const change = useCallback(
    (edit: Partial<Draft>) =>
      setDraft((known) => {
        const next = { ...known, ...edit };
        writeDraft(localStorage, me.id, ticket.id, next);
        return next;
      }),
    [me.id, ticket.id],
  );

  const content = text.trim();
  const arrived = files.flatMap(({ attachment }) => attachment ?? []);
  const tooLong = Math.max(0, content.length - LIMITS.content);
  const ready =
    (content !== '' || arrived.length > 0) && tooLong === 0 && arrived.length === files.length;

  const send = (): void => {
    if (!ready) return;
    const internal = mode === 'note';
    const replyToId = quoted?.id ?? null;
    writer.write({
      route: 'POST /tickets/{id}/messages',
      lane: ticket.id,
      input: () => ({
        id: ticket.id,
        content,
        format: 'markdown',
        internal,
        attachmentIds: arrived.map(({ id }) => id),
        ...(replyToId === null ? {} : { replyToId }),
      }),
      show: (key) => {
        pending.add({
          key,
          ticketId: ticket.id,
          content,
          internal,
          attachments: arrived,
          replyToId,
          at: new Date().toISOString(),
          error: null,
          repeat: null,
        });
        if (!internal) desk.patch(ticket, key, (shown) => afterReply(shown, me));
      },
      settle: (message, key) => {
        pending.remove(key);
        desk.addAnswer(message);
        desk.bake(ticket.id, key);
      },
      revert: (key) => desk.revert(ticket.id, key),
      failed: (error, repeat, key) => pending.fail(key, error, repeat),
    });
    uploads.clear(ticket.id);
    setQuoted(null);
    change({ [mode]: '' });
  };

  return {
    mode,
    text,
    files,
    quoted,
    tooLong,
    ready,
    setMode: (next: Draft['mode']) => change({ mode: next }),
    setText: (next: string) => change({ [mode]: next }),
    putBack: (returned: string, internal: boolean) =>
      change({ mode: internal ? 'note' : 'reply', [internal ? 'note' : 'reply']: returned }),
    quote: setQuoted,
    clearQuote: () => setQuoted(null),
    send,
  };
}

/** What a public reply does to its ticket, by the desk's rules. */
function afterReply(ticket: Ticket, me: NonNullable<Ticket['assignee']>): Ticket {
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
