import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { Attachment, Message, Ticket } from '@tikethet/shared/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useMessages } from '../../app/queries/messages';
import { useTimeline } from '../../app/queries/timeline';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import { ErrorState } from '../../ui/ErrorState';
import { dayName, useNow } from '../../ui/time';
import type { Rights } from './access';
import { Announcer } from './Announcer';
import { Bubble } from './Bubble';
import { ChangeLine } from './ChangeLine';
import { ConversationSkeleton } from './ConversationSkeleton';
import { DeleteMessage } from './DeleteMessage';
import { Lightbox } from './Lightbox';
import { PendingBubble } from './PendingBubble';
import { QuoteSelection } from './QuoteSelection';
import { SystemLine } from './SystemLine';
import classes from './Timeline.module.css';
import { inReadingOrder, toTimeline } from './timeline';
import { TypingLine } from './TypingLine';
import { useFaces } from './useFaces';
import { useMessageKeys } from './useMessageKeys';
import { useUndoMerge } from './useUndoMerge';

interface Props {
  ticket: Ticket;
  rights: Rights;
  /** @param part only these words of it */
  onQuote: (message: Message, part?: string) => void;
  /** Its end is there, or cannot be had. */
  onDrawn: () => void;
}

/** The conversation. Its end stays in view by itself; reading further up is never disturbed. */
export function Timeline({ ticket, rights, onQuote, onDrawn }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { pending } = useDesk();
  const query = useMessages(ticket.id);
  const { messages, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const mine = useStore(pending.store, (all) => all);
  const unsent = mine.filter(({ ticketId }) => ticketId === ticket.id);
  const ordered = useMemo(() => inReadingOrder(messages), [messages]);
  const changes = useTimeline(ticket.id, hasNextPage ? (ordered[0]?.createdAt ?? null) : null);
  const items = useMemo(
    () => toTimeline(messages, changes, !hasNextPage),
    [messages, changes, hasNextPage],
  );
  const undoOf = useUndoMerge(ticket, rights, changes);
  const faceOf = useFaces(ticket);
  const byId = useMemo(() => new Map(messages.map((one) => [one.id, one])), [messages]);
  const [shown, setShown] = useState<Attachment | null>(null);
  const [away, setAway] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const work = useMessageKeys({ scroller, messages: ordered, rights, onQuote });

  const pictures = useMemo(
    () => ordered.flatMap((one) => one.attachments).filter(isPicture),
    [ordered],
  );

  useEffect(() => {
    const mark = top.current;
    if (!mark || !hasNextPage) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting && !isFetchingNextPage) void fetchNextPage();
      },
      { root: scroller.current, rootMargin: '400px' },
    );
    watcher.observe(mark);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const drawn = !query.isPending;
  useEffect(() => {
    if (drawn) onDrawn();
  }, [drawn, onDrawn]);

  const toEnd = useCallback(() => scroller.current?.scrollTo({ top: 0 }), []);
  const sent = unsent.length;
  useEffect(() => {
    if (sent > 0) toEnd();
  }, [sent, toEnd]);
  const toMessage = useCallback((id: string) => {
    scroller.current
      ?.querySelector(`[data-message-id="${CSS.escape(id)}"]`)
      ?.scrollIntoView({ block: 'center' });
  }, []);

  if (query.isPending) return <ConversationSkeleton />;
  if (query.data === undefined) {
    return (
      <ErrorState
        title={t('conversation.failed')}
        error={query.error}
        retry={() => void query.refetch()}
      />
    );
  }
  return (
    <div className={classes.frame} ref={frame}>
      <div
        className={classes.scroller}
        ref={scroller}
        // Its end is zero, further up is negative: see the style sheet.
        onScroll={(event) => setAway(event.currentTarget.scrollTop < -160)}
        onKeyDown={work.onKeyDown}
        tabIndex={0}
        role="log"
        // News are told one by one, what is loaded from further up is none.
        aria-live="off"
        aria-label={t('conversation.label', { number: `#${ticket.number}` })}
      >
        <div className={classes.column}>
          <div ref={top} />
          {hasNextPage ? (
            <Button
              className={classes.earlier}
              variant="subtle"
              color="gray"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('conversation.loadEarlier')}
            </Button>
          ) : (
            <p className={classes.start}>{t('conversation.start')}</p>
          )}
          {items.map((item) =>
            item.kind === 'day' ? (
              <div key={item.key} className={classes.day} role="separator">
                <span>{dayName(item.day, now, t, i18n.language)}</span>
              </div>
            ) : item.kind === 'change' ? (
              <ChangeLine key={item.key} change={item.change} onUndo={undoOf(item.change)} />
            ) : item.message.author.side === 'SYSTEM' ? (
              <SystemLine key={item.key} message={item.message} />
            ) : (
              <Bubble
                key={item.key}
                message={item.message}
                first={item.first}
                last={item.last}
                quoted={
                  item.message.replyToId === null
                    ? null
                    : (byId.get(item.message.replyToId) ?? null)
                }
                face={faceOf(item.message.author.id)}
                rights={rights}
                editing={work.editing === item.message.id}
                onEdit={work.edit}
                onDelete={work.askDelete}
                onQuote={onQuote}
                onJump={toMessage}
                onPicture={setShown}
              />
            ),
          )}
          {unsent.map((message) => (
            <PendingBubble key={message.key} message={message} />
          ))}
          <TypingLine ticketId={ticket.id} colleagues={!rights.reply && !rights.note} />
        </div>
      </div>
      {(rights.reply || rights.note) && (
        <QuoteSelection frame={frame} messages={byId} onQuote={onQuote} />
      )}
      {away && (
        <button type="button" className={classes.latest} onClick={toEnd}>
          <IconArrowDown size={14} aria-hidden="true" />
          {t('conversation.jumpToLatest')}
        </button>
      )}
      {work.deleting && <DeleteMessage message={work.deleting} onClose={work.closeDeleting} />}
      <Announcer messages={messages} />
      {shown && (
        <Lightbox
          pictures={pictures.length === 0 ? [shown] : pictures}
          shown={shown}
          onShow={setShown}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}

function isPicture(attachment: Attachment): boolean {
  return attachment.kind === 'IMAGE' && attachment.state === 'READY';
}
