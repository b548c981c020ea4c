import type { Message } from '@tikethet/shared/contracts';
import { toPlainText, parseMarkdown } from '@tikethet/shared/markdown';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';
import { Attachments } from './Attachments';
import { Extra } from './Extra';
import { Reactions } from './Reactions';
import { useBubbleGestures } from './useBubbleGestures';

interface MessageBubbleProps {
  message: Message;
  mine: boolean;
  first: boolean;
  /** Somebody of the staff has seen it. */
  read: boolean;
  quoted: Message | undefined;
  onMenu: (message: Message) => void;
  onReply: (message: Message) => void;
  onJump: (messageId: string) => void;
  onPicture: (attachmentId: string) => void;
  onRevisions: (message: Message) => void;
  onReact: (message: Message, emoji: string) => void;
}

/** One line of what a message says, for a quote. */
export function excerpt(message: Message, kindName: (kind: Message['kind']) => string): string {
  const text =
    message.format === 'markdown' ? toPlainText(parseMarkdown(message.content)) : message.content;
  if (text.trim() !== '') return text.slice(0, 140);
  return message.attachments[0]?.fileName ?? kindName(message.kind);
}

function MessageBubbleView(props: MessageBubbleProps) {
  const { message, mine, first, read, quoted } = props;
  const { onMenu, onReply, onJump, onPicture, onRevisions, onReact } = props;
  const { t } = useTranslation(['miniapp', 'common']);
  const format = useFormat();
  const deleted = message.deletedAt !== null;
  const gestures = useBubbleGestures({
    onHold: () => !deleted && onMenu(message),
    onSwipe: () => !deleted && onReply(message),
  });
  const kindName = (kind: Message['kind']): string => t(`common:messageKind.${kind}`);

  if (message.author.side === 'SYSTEM') {
    return (
      <div
        className="system"
        data-testid="message"
        data-message-id={message.id}
        data-position={message.position}
        data-side="SYSTEM"
      >
        <span>{message.content}</span>
      </div>
    );
  }
  const { attachments, content } = message;
  const onlyPictures =
    content === '' && attachments.length > 0 && attachments.every((one) => one.kind === 'IMAGE');
  const placeholder = content === '' && attachments.length === 0 && message.extra === null;

  return (
    <div
      className="message"
      data-testid="message"
      data-message-id={message.id}
      data-position={message.position}
      data-side={message.author.side}
      data-mine={mine}
      data-first={first}
      {...gestures}
    >
      <div className="bubble" data-pictures={onlyPictures && !deleted}>
        {!mine && first && <div className="bubble-author">{message.author.displayName}</div>}
        {mine && first && <span className="visually-hidden">{t('tickets.you')}: </span>}
        {message.replyToId !== null && !deleted && (
          <button type="button" className="quote" onClick={() => onJump(message.replyToId ?? '')}>
            <span className="quote-author">{quoted?.author.displayName ?? ' '}</span>
            <span className="quote-text">
              {message.quote ?? (quoted ? excerpt(quoted, kindName) : t('chat.quoteMissing'))}
            </span>
          </button>
        )}
        {deleted ? (
          <em className="bubble-deleted">{t('chat.deleted')}</em>
        ) : (
          <>
            <Attachments attachments={attachments} kind={message.kind} onPicture={onPicture} />
            {message.extra && <Extra extra={message.extra} kind={message.kind} />}
            {content !== '' && <RichText text={content} format={message.format} />}
            {placeholder && <em className="bubble-deleted">{kindName(message.kind)}</em>}
          </>
        )}
        <span className="bubble-meta">
          {message.editedAt !== null &&
            !deleted &&
            (mine ? (
              <button
                type="button"
                className="edited"
                data-testid="edited"
                onClick={() => onRevisions(message)}
              >
                {t('chat.edited')}
              </button>
            ) : (
              <span>{t('chat.edited')}</span>
            ))}
          <time dateTime={message.createdAt}>{format.clock(message.createdAt)}</time>
          {mine && (
            <span
              role="img"
              className="ticks"
              data-testid="ticks"
              data-read={read}
              aria-label={read ? t('chat.read') : t('chat.sent')}
            >
              <Icon name={read ? 'checks' : 'check'} size={16} />
            </span>
          )}
        </span>
        {!deleted && <Reactions message={message} onReact={onReact} />}
      </div>
      {!deleted && (
        <button
          type="button"
          className="bubble-more"
          aria-label={t('chat.more')}
          onClick={() => onMenu(message)}
        >
          <Icon name="more" size={18} />
        </button>
      )}
    </div>
  );
}

export const MessageBubble = memo(MessageBubbleView);
