import { useQueryClient } from '@tanstack/react-query';
import type { User } from '@tikethet/shared/contracts';
import type { FeedEvent } from '@tikethet/shared/events';
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { useBridge, type OutboxState } from './bridge';
import { DeskWords } from './DeskWords';
import { keys } from './keys';
import { applyEvent, SeenEvents } from './live/applyEvent';
import { Desk } from './live/desk';
import { createPacer } from './live/pacer';
import { Presence } from './live/presence';
import { createRaceGuard } from './live/refetchRaced';
import { Unread } from './live/unread';
import { useSelf, type Self } from './rights';
import { createStore, type Store } from './store';
import { Drafts } from './write/drafts';
import { PendingMessages } from './write/pendingMessages';
import { Replies } from './write/replies';
import { Uploads } from './write/uploads';
import { Writer } from './write/writer';

/** Everything that lives as long as a person is signed in. */
interface DeskContextValue {
  me: Self;
  desk: Desk;
  writer: Writer;
  pending: PendingMessages;
  uploads: Uploads;
  drafts: Drafts;
  replies: Replies;
  unread: Unread;
  presence: Presence;
  /** What is kept here and not taken by the desk yet. */
  outbox: Store<OutboxState>;
}

const NOTHING_UNSENT: OutboxState = { unsent: 0, held: 0, items: [] };

const DeskContext = createContext<DeskContextValue | null>(null);

/** Milliseconds between two readings of the counts, however many events arrive. */
const COUNTS_PAUSE = 2_000;

export function DeskProvider({ me, children }: { me: User; children: ReactNode }) {
  const bridge = useBridge();
  const client = useQueryClient();
  const lasting = useMemo(() => {
    const parts = {
      bridge,
      desk: new Desk(client, me.id),
      writer: new Writer(bridge),
      pending: new PendingMessages(),
      uploads: new Uploads(bridge),
      drafts: new Drafts(bridge, localStorage, me.id),
    };
    return {
      ...parts,
      replies: new Replies(parts),
      unread: new Unread(() => document.hasFocus()),
      presence: new Presence(),
      outbox: createStore(NOTHING_UNSENT),
    };
  }, [bridge, client, me.id]);

  useEffect(() => {
    const { desk, pending, unread, presence, outbox, drafts } = lasting;
    const seen = new SeenEvents();
    const guard = createRaceGuard(client);
    let countsTimer: ReturnType<typeof setTimeout> | undefined;
    const countSoon = () => {
      countsTimer ??= setTimeout(() => {
        countsTimer = undefined;
        void client.invalidateQueries({ queryKey: keys.counts });
        void client.invalidateQueries({ queryKey: keys.viewCounts });
      }, COUNTS_PAUSE);
    };
    // What the desk tells comes in its order, and never so much at once that the window stutters.
    const pacer = createPacer({
      together: (work) => desk.together(work),
      isHidden: () => document.visibilityState === 'hidden',
      failed: reportError,
    });
    const take = (event: FeedEvent): void => {
      if (!seen.add(event.id)) return;
      guard.noticed(event);
      if (event.type === 'message.created') {
        const { author } = event.data;
        if (author.id === me.id) pending.confirm(event.data);
        if (author.id !== null) presence.stopped(event.data.ticketId, author.id);
      }
      if (event.type === 'draft.changed') drafts.receive(event.data);
      applyEvent(client, desk, event);
      unread.notice(event, me.id);
      if (event.type.startsWith('ticket.') && event.type !== 'ticket.read') countSoon();
    };
    const looked = () => unread.looked();
    const left = () => drafts.flush();
    const stops = [
      bridge.on('events', (events) => {
        pacer.add(...events.map((event) => () => take(event)));
      }),
      bridge.on('reset', () => {
        pacer.add(() => {
          guard.everything();
          void client.invalidateQueries();
        });
      }),
      bridge.on('shown', (tickets) => {
        pacer.add(...tickets.map((ticket) => () => desk.accept(ticket)));
      }),
      bridge.on('outbox', (state) => {
        pacer.add(() => {
          outbox.set(state);
          pending.follow(state.items, state.items.length === state.unsent, (key) => {
            void bridge.outbox.decide(key, { action: 'retry' });
          });
        });
      }),
      bridge.on('typing', (notice) => {
        if (notice.person.id !== me.id) presence.typed(notice);
      }),
      bridge.on('presence', (state) => presence.present(state)),
      bridge.on('connection', ({ status }) => {
        if (status === 'online') void drafts.catchUp();
        else presence.lost();
      }),
    ];
    window.addEventListener('focus', looked);
    window.addEventListener('blur', left);
    return () => {
      for (const stop of stops) stop();
      pacer.stop();
      guard.stop();
      presence.stop();
      drafts.flush();
      drafts.stop();
      clearTimeout(countsTimer);
      window.removeEventListener('focus', looked);
      window.removeEventListener('blur', left);
    };
  }, [bridge, client, lasting, me.id]);

  const self = useSelf(me);
  const value = useMemo(() => ({ me: self, ...lasting }), [self, lasting]);
  return (
    <DeskContext value={value}>
      <DeskWords />
      {children}
    </DeskContext>
  );
}

export function useDesk(): DeskContextValue {
  const value = use(DeskContext);
  if (!value) throw new Error('DeskProvider is missing');
  return value;
}
