import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ChatView } from '../../pageApi/views';
import { useSettings } from '../app/settings';
import { Icon } from '../ui/Icon';
import { toBubbles } from './groups';
import { MessageBubble, type BubbleHandlers } from './MessageBubble';
import { formatDay } from './time';

interface Props {
  chat: ChatView;
  myName: string;
  botName: string;
  answeredQuery: string | null;
  handlers: BubbleHandlers;
  onOlder: (before: number) => void;
}

const nearEnd = 120;

/** The scrolling conversation; stays at the end while the person is there. */
export function MessageList({ chat, handlers, onOlder, ...rest }: Props) {
  const { t, locale } = useSettings();
  const scroll = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const bubbles = useMemo(() => toBubbles(chat.messages), [chat.messages]);
  const newest = chat.messages.at(-1);
  const newestId = newest?.message.message_id;
  const mine = newest?.from === 'me';
  const oldest = chat.messages[0]?.message.message_id;

  const toEnd = (behavior: ScrollBehavior) =>
    scroll.current?.scrollTo({ top: scroll.current.scrollHeight, behavior });

  useLayoutEffect(() => {
    if (atEnd || mine) toEnd('instant');
    // Only a new message moves the view; scrolling by hand must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [newestId, mine]);

  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    // Pictures, keyboards and the composer change heights after the first layout.
    const watch = new ResizeObserver(() => {
      if (atEnd) toEnd('instant');
    });
    watch.observe(box);
    if (box.firstElementChild !== null) watch.observe(box.firstElementChild);
    return () => watch.disconnect();
  }, [atEnd]);

  return (
    <div className="messagesWrap">
      <div
        className="messages"
        ref={scroll}
        role="log"
        aria-live="polite"
        onScroll={({ currentTarget: box }) =>
          setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd)
        }
      >
        <div className="messagesInner">
          {chat.more && oldest !== undefined && (
            <button type="button" className="earlier" onClick={() => onOlder(oldest)}>
              {t.earlier}
            </button>
          )}
          {bubbles.map((bubble) => (
            <Fragment key={bubble.key}>
              {bubble.newDay && (
                <div className="dayLine">
                  <span>{formatDay(bubble.items[0]?.message.date ?? 0, locale, t)}</span>
                </div>
              )}
              <MessageBubble bubble={bubble} handlers={handlers} {...rest} />
            </Fragment>
          ))}
        </div>
      </div>
      {!atEnd && (
        <button
          type="button"
          className="toEnd"
          aria-label={t.newMessages}
          onClick={() => toEnd('smooth')}
        >
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}
