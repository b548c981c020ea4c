import type { Message, Ticket } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useCallback, useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { usePreferences } from '../../app/preferences';
import { useConsoleSettings } from '../../app/queries/consoleSettings';
import { useStore } from '../../app/store';
import type { DraftChange } from '../../app/write/drafts';
import { addressed } from './mentions';
import { withSignature } from './signature';
import { useNewcomers } from './useNewcomers';
import { useUndoToast } from './useUndoToast';

/** What is being written on a ticket, and sending it. */
export function useReply(ticket: Ticket) {
  const { me, uploads, drafts, replies } = useDesk();
  const { preferences } = usePreferences();
  const offerUndo = useUndoToast();
  const [kept] = useState(() => drafts.of(ticket.id));
  const draft = useStore(drafts.store, (all) => all[ticket.id]) ?? kept;
  const files = useStore(uploads.store, (all) => all[ticket.id]) ?? [];
  const newcomers = useNewcomers(ticket, draft.seen);
  const [held, setHeld] = useState(false);
  const { mode } = draft;
  const text = draft[mode];
  const { signature } = useConsoleSettings();
  const content = mode === 'note' ? text.trim() : withSignature(text.trim(), signature);
  const arrived = files.flatMap(({ attachment }) => attachment ?? []);
  const tooLong = Math.max(0, content.length - LIMITS.content);
  const ready =
    (content !== '' || arrived.length > 0) && tooLong === 0 && arrived.length === files.length;

  const change = (next: DraftChange) => drafts.change(ticket.id, next);

  // The same function while the ticket is the same: the conversation is not drawn anew.
  const quote = useCallback(
    (message: Message, part: string | null = null) =>
      drafts.change(ticket.id, { replyToId: message.id, quote: part }),
    [drafts, ticket.id],
  );

  const setText = (next: string): void => {
    if (mode === 'note') return change({ note: next });
    if (draft.reply === '' || newcomers.areRead()) {
      setHeld(false);
      return change({ reply: next, seen: next === '' ? null : newcomers.newest });
    }
    change({ reply: next, ...(next === '' ? { seen: null } : {}) });
  };

  /** Whether the reply must wait for its author to see what others wrote. */
  const mustWait = (): boolean => mode === 'reply' && newcomers.messages.length > 0;

  /** The composer is empty again: what was in it is on its way. */
  const clear = (): void => {
    uploads.clear(ticket.id);
    setHeld(false);
    const sent = mode === 'note' ? { note: '', mentions: [] } : { reply: '', seen: null };
    change({ ...sent, replyToId: null, quote: null });
  };

  /**
   * @param force also when others wrote meanwhile
   * @returns the key of its command; null: it was not sent
   */
  const send = (force = false): string | null => {
    if (!ready) return null;
    if (!force && mustWait()) {
      setHeld(true);
      return null;
    }
    const internal = mode === 'note';
    const key = replies.send(me, ticket, {
      content,
      internal,
      attachments: arrived,
      replyToId: draft.replyToId,
      quote: draft.quote,
      mentions: internal ? addressed(content, draft.mentions) : [],
      seen: internal ? null : { position: newcomers.newest, assigneeId: ticket.assigneeId },
      undoSeconds: preferences.undoSeconds,
    });
    offerUndo(key, internal, preferences.undoSeconds);
    clear();
    return key;
  };

  return {
    draft,
    mode,
    text,
    content,
    files,
    attachments: arrived,
    tooLong,
    ready,
    newcomers,
    held,
    setMode: (next: 'reply' | 'note') => change({ mode: next }),
    setText,
    /** What others wrote has been seen: the reply may go. */
    acknowledge: () => {
      setHeld(false);
      change({ seen: newcomers.newest });
    },
    mention: (person: { id: string; displayName: string }) => {
      const others = draft.mentions.filter(({ id }) => id !== person.id);
      change({ mentions: [...others, { id: person.id, displayName: person.displayName }] });
    },
    takeEarlier: () => {
      const both = text.trim() === '' ? draft.earlier : `${text}\n\n${draft.earlier}`;
      change({ [mode]: both, earlier: '' });
    },
    dropEarlier: () => change({ earlier: '' }),
    putBack: (returned: string, internal: boolean) =>
      change({ mode: internal ? 'note' : 'reply', [internal ? 'note' : 'reply']: returned }),
    quote,
    clearQuote: () => change({ replyToId: null, quote: null }),
    clear,
    send,
  };
}
