import type { Message } from '@tikethet/shared/contracts';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/api';
import type { useMessages } from '../../api/queries';
import { dayOf, useFormat } from '../../i18n/format';
import { haptic } from '../../init/telegram';
import type { Pending } from '../../state/outbox';
import { Icon } from '../../ui/Icon';
import { useSentinel } from '../../ui/useSentinel';
import { groupByDay, startsGroup } from './grouping';
import { Lightbox, picturesOf } from './Lightbox';
import { MessageBubble } from './MessageBubble';
import { PendingBubble } from './PendingBubble';
import { TypingLine } from './TypingLine';

interface MessageListProps {
  query: ReturnType<typeof useMessages>;
  messages: readonly Message[];
  pending: readonly Pending[];
  ticketId: string;
  onMenu: (message: Message) => void;
  onReply: (message: Message) => void;
  /** The ticket is finished: what stands after the newest message asks for attention. */
  finished: boolean;
  /** Stands after the newest message. */
  children: ReactNode;
}

/** Further from the newest message than this (pixels), new ones are announced, not shown. */
const NEAR = 120;

export function MessageList(props: MessageListProps) {
  const { query, messages, pending, ticketId, onMenu, onReply, finished, children } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const [seenTo, setSeenTo] = useState(0);
  const [picture, setPicture] = useState<string | null>(null);
  const { hasNextPage, isFetching, isFetchNextPageError } = query;
  const sentinel = useSentinel(hasNextPage && !isFetching && !isFetchNextPageError, () => {
    void query.fetchNextPage();
  });

  const newest = messages.at(-1);
  const newestPosition = newest?.position ?? 0;
  const missed = away
    ? messages.filter((one) => one.position > seenTo && one.author.side !== 'CUSTOMER').length
    : 0;
  const toNewest = (): void => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' });
  const myNewest = pending.at(-1)?.key;
  useEffect(() => {
    // One's own message is always shown, and so is the question how it went.
    if ((myNewest !== undefined || finished) && scroller.current) scroller.current.scrollTop = 0;
  }, [myNewest, finished]);
  const fromStaff = newest?.author.side === 'STAFF';
  const announced = useRef(newestPosition);
  useEffect(() => {
    if (newestPosition > announced.current && fromStaff) haptic('light');
    announced.current = newestPosition;
  }, [newestPosition, fromStaff]);

  const jumpTo = (id: string): void => {
    const target = scroller.current?.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
    if (!target) return;
    target.scrollIntoView({ block: 'center', behavior: 'smooth' });
    target.classList.add('flash');
    setTimeout(() => target.classList.remove('flash'), 1_600);
  };

  return (
    <>
      {/* Grows from the foot: the newest stays in sight, older ones load above without a jump. */}
      <div
        className="scroller chat-scroller"
        ref={scroller}
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
          <div ref={sentinel} />
          {hasNextPage && <div className="skeleton bubble-shape older" aria-hidden="true" />}
          {groupByDay(messages, dayOf).map((day) => (
            <section key={day.key} aria-label={format.day(day.at)}>
              <h2 className="day">
                <span>{format.day(day.at)}</span>
              </h2>
              {day.messages.map((message, at) => (
                <MessageBubble
                  key={message.id}
                  message={message}
                  mine={message.author.id === session.user()?.id}
                  first={startsGroup(day.messages[at - 1], message)}
                  quoted={messages.find((one) => one.id === message.replyToId)}
                  onMenu={onMenu}
                  onReply={onReply}
                  onJump={jumpTo}
                  onPicture={setPicture}
                />
              ))}
            </section>
          ))}
          {pending.map((one) => (
            <PendingBubble key={one.key} pending={one} />
          ))}
          {messages.length === 0 && pending.length === 0 && (
            <p className="form-note">{t('chat.empty')}</p>
          )}
          {children}
          <TypingLine ticketId={ticketId} />
        </div>
      </div>
      {away && (
        <div className="to-newest">
          <button type="button" onClick={toNewest} aria-label={t('chat.toNewest')}>
            {missed > 0 && t('chat.newMessages', { count: missed })}
            <Icon name="down" size={20} />
          </button>
        </div>
      )}
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
