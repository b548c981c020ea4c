import type { Message } from '@tikethet/shared/contracts';
import { useCallback, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useDeskSettings } from '../../app/queries/deskSetup';
import { useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { mayEdit, type Rights } from './access';
import { focusMessage } from './focusMessage';

interface Options {
  scroller: RefObject<HTMLElement | null>;
  /** In the order in which they are read. */
  messages: readonly Message[];
  rights: Rights;
  onQuote: (message: Message) => void;
}

const MESSAGE = 'article[data-message-id]';
/** What has arrow keys of its own. */
const OWN_ARROWS = 'input, textarea, video, [role="slider"]';

function idOf(element: Element | null): string | null {
  return element?.closest(MESSAGE)?.getAttribute('data-message-id') ?? null;
}

/**
 * Messages by keyboard. Arrows lead from one to the next, Enter opens what can be done with it,
 * Delete deletes; what is edited or deleted gives the focus back to where it was.
 */
export function useMessageKeys({ scroller, messages, rights, onQuote }: Options) {
  const { me } = useDesk();
  const { editMinutes } = useDeskSettings();
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<Message | null>(null);
  /** Where the focus was when a message was begun to be edited. */
  const cameFrom = useRef<{ from: Element | null; message: string | null }>({
    from: null,
    message: null,
  });

  const focused = (): Message | undefined => {
    const id = scroller.current?.contains(document.activeElement)
      ? idOf(document.activeElement)
      : null;
    return id === null ? undefined : messages.find((message) => message.id === id);
  };
  const editable = (message: Message): boolean =>
    mayEdit(me, rights, message, Date.now(), editMinutes);

  /** @param id null: it is done */
  const edit = useCallback((id: string | null) => {
    const { from, message } = cameFrom.current;
    if (id !== null) cameFrom.current = { from: document.activeElement, message: id };
    else if (from instanceof HTMLTextAreaElement && from.isConnected) from.focus();
    else if (message !== null) focusMessage(message);
    setEditing(id);
  }, []);
  const closeDeleting = (): void => {
    if (deleting !== null) focusMessage(deleting.id);
    setDeleting(null);
  };

  useShortcuts({
    messages: () => {
      const last = focused() ?? messages.at(-1);
      if (last === undefined) return false;
      focusMessage(last.id);
    },
    ...((rights.reply || rights.note) && {
      quote: () => {
        const last = focused() ?? messages.findLast(({ author }) => author.side === 'CUSTOMER');
        if (last === undefined || last.deletedAt !== null) return false;
        onQuote(last);
      },
    }),
    ...(rights.work && {
      editMessage: () => {
        const last =
          focused() ??
          messages.findLast((message) => message.author.id === me.id && editable(message));
        if (last === undefined || !editable(last)) return false;
        edit(last.id);
      },
    }),
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as Element;
    // Menus and dialogs of messages lie elsewhere on the page.
    if (event.defaultPrevented || !event.currentTarget.contains(target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest(OWN_ARROWS)) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined) {
      const all = [...event.currentTarget.querySelectorAll<HTMLElement>(MESSAGE)];
      const at = all.findIndex((one) => one.contains(target));
      // From the conversation itself, up to its newest message.
      const next = at === -1 ? all.at(step === -1 ? -1 : all.length) : all[at + step];
      if (next === undefined) return;
      event.preventDefault();
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (!target.matches(MESSAGE)) return;
    const message = messages.find(({ id }) => id === idOf(target));
    const opens =
      event.key === 'Enter' ||
      event.key === 'ContextMenu' ||
      (event.shiftKey && event.key === 'F10');
    if (opens) {
      // A menu that opens within the press is closed by it.
      requestAnimationFrame(() => target.querySelector<HTMLElement>('[data-bubble-menu]')?.click());
    } else if (event.key === 'Delete' && message?.deletedAt === null && rights.deleteMessages) {
      setDeleting(message);
    } else return;
    event.preventDefault();
  };

  return { editing, edit, deleting, askDelete: setDeleting, closeDeleting, onKeyDown };
}
