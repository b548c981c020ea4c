import type { Message, Ticket } from '@tikethet/shared/contracts';
import { useEffect, useMemo, useRef } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useMessages } from '../../app/queries/messages';

/** Milliseconds after which a message on screen counts as read by whoever goes on writing. */
const READ_AFTER = 1_000;

export interface Newcomers {
  /** What others wrote to the customer, or the customer wrote, since the reply was begun. */
  messages: readonly Message[];
  /** Position of the newest message there is. */
  newest: number;
  /** Whether the person has them before their eyes and needs no word about it. */
  areRead(): boolean;
}

/** What was written since a reply was begun: its author should know before it goes. */
export function useNewcomers(ticket: Ticket, seen: number | null): Newcomers {
  const { me } = useDesk();
  const { messages } = useMessages(ticket.id);
  const newest = messages.at(-1)?.position ?? ticket.lastPosition;
  const arrived = useMemo(
    () =>
      seen === null
        ? []
        : messages.filter(
            (message) =>
              message.position > seen &&
              !message.internal &&
              message.deletedAt === null &&
              message.author.side !== 'SYSTEM' &&
              message.author.id !== me.id,
          ),
    [me.id, messages, seen],
  );
  const last = arrived.at(-1)?.id;
  const noticed = useRef(0);
  useEffect(() => {
    if (last !== undefined) noticed.current = Date.now();
  }, [last]);
  return {
    messages: arrived,
    newest,
    // A colleague's answer changes what is to be said; the customer's next line is read by the way.
    areRead: () =>
      arrived.every(({ author }) => author.side === 'CUSTOMER') &&
      document.hasFocus() &&
      Date.now() - noticed.current > READ_AFTER,
  };
}
