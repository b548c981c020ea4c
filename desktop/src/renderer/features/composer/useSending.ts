import type { Ticket } from '@tikethet/shared/contracts';
import { isActive } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import type { Rights } from '../conversation/access';
import type { useReply } from './useReply';

interface Options {
  ticket: Ticket;
  rights: Rights;
  reply: ReturnType<typeof useReply>;
  note: boolean;
  /** What was written is on its way as this command. */
  onSent: (key: string) => void;
  /** Resolves the ticket; answers the key of its command. */
  onResolve: () => string | null;
}

/** Sends what is written, alone or with the ticket's solution, and once more after it was held up. */
export function useSending({ ticket, rights, reply, note, onSent, onResolve }: Options) {
  const { replies } = useDesk();
  /** What was wanted when the reply was held up. */
  const [heldFor, setHeldFor] = useState<'send' | 'resolve'>('send');
  const mayResolve = rights.update && isActive(ticket.status) && !note;

  const run = (what: 'send' | 'resolve', force: boolean): void => {
    if (what === 'resolve' && !mayResolve) return;
    setHeldFor(what);
    const key = reply.send(force);
    if (key === null) return;
    onSent(key);
    const resolved = what === 'resolve' ? onResolve() : null;
    if (resolved !== null) replies.follow(key, ticket.id, resolved);
  };
  return {
    mayResolve,
    send: () => run('send', false),
    sendResolve: () => run('resolve', false),
    /** In spite of what others wrote meanwhile. */
    sendHeld: () => run(heldFor, true),
  };
}
