import type { Message, Ticket } from '@tikethet/shared/contracts';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/api';
import type { useMessages } from '../../api/queries';
import { dayOf, useFormat } from '../../i18n/format';
import { haptic } from '../../init/telegram';
import type { Pending } from '../../state/outbox';
import { calm } from '../../ui/calm';
import { showToast } from '../../ui/Toast';
import { useSentinel } from '../../ui/useSentinel';
import { ChangeLine } from './ChangeLine';
import { FeedBlock } from './FeedBlock';
import { buildFeed, type FeedItem } from './feedItems';
import { Lightbox, picturesOf } from './Lightbox';
import { MessageBubble } from './MessageBubble';
import { PendingBubble } from './PendingBubble';
import { ToNewest } from './ToNewest';
import { TypingLine } from './TypingLine';
import { useJump } from './useJump';
import { useReadMark } from './useReadMark';
import { useTimeline } from './useTimeline';

interface MessageListProps {
  query: ReturnType<typeof useMessages>;
  messages: readonly Message[];
  pending: readonly Pending[];
  ticket: Ticket;
  onMenu: (message: Message) => void;
  onReply: (message: Message) => void;
  onRevisions: (message: Message) => void;
  onReact: (message: Message, emoji: string) => void;
  /** The ticket is finished: what stands after the newest message asks for attention. */
  finished: boolean;
  /** Stands after the newest message. */
  children: ReactNode;
}

/** Further from the newest message than this (pixels), new ones are announced, not shown. */
const NEAR = 120;

export function MessageList(props: MessageListProps) {
  const { query, messages, pending, ticket, finished, children } = props;
  const { onMenu, onReply, onRevisions, onReact } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const [seenTo, setSeenTo] = useState(0);
  const [picture, setPicture] = useState<string | null>(null);
  // Where the person stood when they came: the line stays there while they read on.
  const [readTo] = useState(ticket.unread ? ticket.readByCustomer : null);
  const { hasNextPage, isFetching, isFetchNextPageError } = query;
  const sentinel = useSentinel(hasNextPage && !isFetching && !isFetchNextPageError, () => {
    void query.fetchNextPage();
  });
  const { changes } = useTimeline(ticket.id, hasNextPage ? (messages[0]?.position ?? 0) : 0);
  const blocks = useMemo(
    () => buildFeed({ messages, changes, hasOlder: hasNextPage, readTo, dayOf }),
    [messages, changes, hasNextPage, readTo],
  );
  const byId = useMemo(() => new Map(messages.map((one) => [one.id, one])), [messages]);
  const { forced, jumpTo } = useJump(scroller, query, blocks);

  const newest = messages.at(-1);
  const newestPosition = newest?.position ?? 0;
  useReadMark(scroller, ticket, newestPosition);
  const missed = away
    ? messages.filter((one) => one.position > seenTo && one.author.side !== 'CUSTOMER').length
    : 0;
  const toNewest = (): void => {
    const view = scroller.current;
    if (!view) return;
    // From far away only the last screens are worth seeing pass.
    const most = 3 * view.clientHeight;
    if (view.scrollTop < -most) view.scrollTop = -most;
    view.scrollTo({ top: 0, behavior: calm() ? 'auto' : 'smooth' });
  };
  const myNewest = pending.at(-1)?.key;
  useLayoutEffect(() => {
    const line = scroller.current?.querySelector('[data-testid=unread-line]');
    // Much unread: the person begins to read where they stopped.
    line?.scrollIntoView({ block: 'start' });
  }, []);
  useEffect(() => {
    // One's own message is always shown, and so is the question how it went.
    if (myNewest !== undefined && scroller.current) scroller.current.scrollTop = 0;
  }, [myNewest]);
  const wasFinished = useRef(finished);
  useEffect(() => {
    if (finished && !wasFinished.current && scroller.current) scroller.current.scrollTop = 0;
    wasFinished.current = finished;
  }, [finished]);
  const fromStaff = newest?.author.side === 'STAFF';
  const announced = useRef(newestPosition);
  useEffect(() => {
    if (newestPosition > announced.current && fromStaff) haptic('light');
    announced.current = newestPosition;
  }, [newestPosition, fromStaff]);

  const latestJump = useRef(jumpTo);
  useEffect(() => {
    latestJump.current = jumpTo;
  });
  const missing = t('chat.quoteGone');
  const jump = useCallback(
    (id: string): void => {
      void latestJump.current(id).then((found) => !found && showToast(missing));
    },
    [missing],
  );

  const draw = (item: FeedItem): ReactNode => {
    switch (item.kind) {
      case 'day':
        return (
          <h2 className="day" key={item.key}>
            <span>{format.day(item.at)}</span>
          </h2>
        );
      case 'unread':
        return (
          <div className="unread-line" key={item.key} data-testid="unread-line" role="separator">
            {t('chat.unreadLine')}
          </div>
        );
      case 'origin':
        return (
          <div className="unread-line" key={item.key} role="separator">
            {t('chat.origin', { number: item.number })}
          </div>
        );
      case 'change':
        return <ChangeLine key={item.key} entry={item.change} />;
      case 'message':
        return (
          <MessageBubble
            key={item.key}
            message={item.message}
            mine={item.message.author.id === session.user()?.id}
            first={item.first}
            read={item.message.position <= ticket.readByStaff}
            quoted={byId.get(item.message.replyToId ?? '')}
            onMenu={onMenu}
            onReply={onReply}
            onJump={jump}
            onPicture={setPicture}
            onRevisions={onRevisions}
            onReact={onReact}
          />
        );
    }
  };

  return (
    <>
      {/* Grows from the foot: the newest stays in sight, older ones load above without a jump. */}
      <div
        className="scroller chat-scroller"
        ref={scroller}
        data-testid="chat-scroller"
        onScroll={(event) => {
          const isAway = event.currentTarget.scrollTop < -NEAR;
          if (isAway === away) return;
          setAway(isAway);
          setSeenTo(newestPosition);
        }}
      >
        <div
          className="messages"
          role="log"
          aria-label={t('chat.history')}
          aria-busy={isFetching}
          tabIndex={0}
        >
          <div className="feed-top">
            <div ref={sentinel} />
            {hasNextPage && <div className="skeleton bubble-shape older" aria-hidden="true" />}
          </div>
          {blocks.map((block) => (
            <FeedBlock key={block.key} scroller={scroller} forced={forced === block.key}>
              {block.items.map(draw)}
            </FeedBlock>
          ))}
          {pending.map((one) => (
            <PendingBubble key={one.key} pending={one} />
          ))}
          {messages.length === 0 && pending.length === 0 && (
            <p className="form-note">{t('chat.empty')}</p>
          )}
          {children}
          <TypingLine ticketId={ticket.id} />
        </div>
      </div>
      {away && <ToNewest missed={missed} onPress={toNewest} />}
      {picture !== null && (
        <Lightbox
          pictures={picturesOf(messages)}
          startId={picture}
          onClose={() => setPicture(null)}
        />
      )}
    </>
  );
}
