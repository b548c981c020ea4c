import { memo, useRef } from 'react';
import type { StoredMessage } from '../../types';
import { useSettings } from '../app/settings';
import { summarise } from '../people/summary';
import { Icon } from '../ui/Icon';
import type { Bubble } from './groups';
import { InlineKeyboard } from './InlineKeyboard';
import { Album } from './Media';
import { RichText } from './RichText';
import { formatTime } from './time';

export interface BubbleHandlers {
  onLink: (href: string) => void;
  onCommand: (command: string) => void;
  onPress: (messageId: number, data: string) => Promise<string>;
  onOpenApp: (url: string) => void;
  onReply: (stored: StoredMessage) => void;
  onReact: (messageId: number, emoji: string) => void;
  onMenu: (stored: StoredMessage, at: { x: number; y: number }) => void;
}

interface Props {
  bubble: Bubble;
  myName: string;
  botName: string;
  answeredQuery: string | null;
  handlers: BubbleHandlers;
}

const longPressMs = 450;

/** One bubble of the chat with its keyboard and reactions. */
export const MessageBubble = memo(function MessageBubble(props: Props) {
  const { bubble, handlers, answeredQuery } = props;
  const { t, locale } = useSettings();
  const press = useRef<ReturnType<typeof setTimeout>>(undefined);
  const first = bubble.items[0];
  if (first === undefined) return null;
  const { message } = first;
  const captioned = bubble.items.find((item) => item.message.caption !== undefined) ?? first;
  const text = message.text ?? captioned.message.caption;
  const entities = message.entities ?? captioned.message.caption_entities;
  const edited = bubble.items.some((item) => item.message.edit_date !== undefined);
  const visual =
    message.photo !== undefined || message.video !== undefined || message.animation !== undefined;
  const bare = message.sticker !== undefined || message.video_note !== undefined;
  const shape = `${visual ? ' visual' : ''}${bare ? ' bare' : ''}${text === undefined ? ' textless' : ''}${edited ? ' edited' : ''}${first.silent === true ? ' silent' : ''}`;
  return (
    <div
      className={`messageRow ${first.from}${bubble.last ? ' last' : ''}`}
      id={`message-${message.message_id}`}
    >
      <div className="messageColumn">
        <article
          className={`bubble${shape}`}
          data-testid="message"
          data-message-id={message.message_id}
          data-message-ids={bubble.items.map((item) => item.message.message_id).join(',')}
          data-from={first.from}
          onContextMenu={(event) => {
            event.preventDefault();
            handlers.onMenu(first, { x: event.clientX, y: event.clientY });
          }}
          onDoubleClick={() => handlers.onReply(first)}
          onTouchStart={(event) => {
            const touch = event.touches[0];
            if (touch === undefined) return;
            const at = { x: touch.clientX, y: touch.clientY };
            press.current = setTimeout(() => handlers.onMenu(first, at), longPressMs);
          }}
          onTouchMove={() => clearTimeout(press.current)}
          onTouchEnd={() => clearTimeout(press.current)}
        >
          {message.forward_origin !== undefined && (
            <div className="forwarded">
              {t.forwarded} <b>{message.forward_origin.sender_user.first_name}</b>
            </div>
          )}
          <Quote {...props} message={message} />
          <Album items={bubble.items} />
          {text !== undefined && (
            <div className="bubbleText" dir="auto">
              <RichText
                text={text}
                entities={entities}
                onLink={handlers.onLink}
                onCommand={handlers.onCommand}
              />
            </div>
          )}
          <Reactions stored={first} onReact={handlers.onReact} />
          <span className="bubbleMeta">
            {edited && <span data-testid="edited">{t.edited} </span>}
            {first.silent === true && (
              <span title={t.silent} role="img" aria-label={t.silent} data-testid="silent">
                🔕
              </span>
            )}
            <time>{formatTime(message.date, locale)}</time>
            {first.from === 'me' && <Icon name="check" size={15} />}
          </span>
          <button
            type="button"
            className="bubbleMore"
            aria-label={t.more}
            data-testid="message-menu"
            onClick={(event) => {
              const { left, bottom } = event.currentTarget.getBoundingClientRect();
              handlers.onMenu(first, { x: left, y: bottom });
            }}
          >
            <Icon name="down" size={16} />
          </button>
        </article>
        {message.reply_markup !== undefined && (
          <InlineKeyboard
            keyboard={message.reply_markup}
            answeredQuery={answeredQuery}
            onPress={(data) => handlers.onPress(message.message_id, data)}
            onLink={handlers.onLink}
            onOpenApp={handlers.onOpenApp}
          />
        )}
      </div>
    </div>
  );
});

function Quote({ message, botName, myName }: Props & { message: StoredMessage['message'] }) {
  const { t } = useSettings();
  const target = message.reply_to_message;
  if (target === undefined) return null;
  return (
    <button
      type="button"
      className="quote"
      onClick={() =>
        document
          .getElementById(`message-${target.message_id}`)
          ?.scrollIntoView({ behavior: 'smooth', block: 'center' })
      }
    >
      <b>{target.from.is_bot ? botName : myName}</b>
      <span>{message.quote?.text ?? summarise(target, t)}</span>
    </button>
  );
}

function Reactions({
  stored,
  onReact,
}: {
  stored: StoredMessage;
  onReact: BubbleHandlers['onReact'];
}) {
  const { bot, me } = stored.reactions;
  const all = [...new Set([...bot, ...me])];
  if (all.length === 0) return null;
  return (
    <div className="reactions">
      {all.map((emoji) => (
        <button
          key={emoji}
          type="button"
          className={me.includes(emoji) ? 'mine' : ''}
          data-testid="reaction"
          onClick={() => onReact(stored.message.message_id, me.includes(emoji) ? '' : emoji)}
        >
          {asPicture(emoji)}
          {bot.includes(emoji) && me.includes(emoji) ? ' 2' : ''}
        </button>
      ))}
    </div>
  );
}

/** Old symbols such as ❤ are drawn as text unless the variation selector asks for the picture. */
function asPicture(emoji: string): string {
  return emoji.length === 1 ? `${emoji}\uFE0F` : emoji;
}
