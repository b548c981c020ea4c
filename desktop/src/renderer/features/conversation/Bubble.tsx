import { IconLock } from '@tabler/icons-react';
import type { Attachment, Message } from '@tikethet/shared/contracts';
import { memo } from 'react';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { clockTime, fullTime } from '../../ui/time';
import type { Rights } from './access';
import { aboutMessage } from './aboutMessage';
import { Attachments } from './Attachments';
import classes from './Bubble.module.css';
import { BubbleMenu } from './BubbleMenu';
import { ChatChangeTrouble } from './ChatChangeTrouble';
import { DeliveryMark } from './DeliveryMark';
import { DeliveryTrouble } from './DeliveryTrouble';
import { EditedMark } from './EditedMark';
import { EditMessage } from './EditMessage';
import { Extra } from './Extra';
import { MessageText } from './MessageText';
import { Quote } from './Quote';
import { Reactions } from './Reactions';

interface Props {
  message: Message;
  first: boolean;
  last: boolean;
  quoted: Message | null;
  /** Its author's picture; null: none is known. */
  face: string | null;
  rights: Rights;
  editing: boolean;
  /** Whose text is changed; null: nobody's any more. */
  onEdit: (id: string | null) => void;
  onDelete: (message: Message) => void;
  onQuote: (message: Message) => void;
  onJump: (id: string) => void;
  onPicture: (picture: Attachment) => void;
}

/** One message: customers on the left, the desk on the right, notes apart from both. */
export const Bubble = memo(function Bubble(props: Props) {
  const { message, first, last, quoted, face, rights, editing } = props;
  const { t, i18n } = useTranslation();
  const { author, internal } = message;
  const deleted = message.deletedAt !== null;
  const textId = `text-${message.id}`;
  return (
    <article
      className={classes.row}
      data-side={author.side}
      data-internal={internal}
      data-first={first || undefined}
      data-testid="message"
      data-message-id={message.id}
      data-format={message.format}
      // Reached with arrow keys.
      tabIndex={-1}
      aria-label={aboutMessage(message, t, i18n.language)}
      aria-describedby={message.content === '' ? undefined : textId}
      onCopy={(event) => {
        if (event.target !== event.currentTarget || message.content === '') return;
        if (document.getSelection()?.isCollapsed === false) return;
        event.clipboardData.setData('text/plain', message.content);
        event.preventDefault();
      }}
    >
      <div className={classes.face}>
        {last && (
          <Avatar
            person={{ id: author.id ?? '', displayName: author.displayName, avatarUrl: face }}
            size={28}
          />
        )}
      </div>
      <div className={classes.stack}>
        {first && (
          <div className={classes.name}>
            {author.displayName}
            {internal && (
              <span className={classes.noteMark}>
                <IconLock size={12} aria-hidden="true" /> {t('conversation.note')} ·{' '}
                {t('conversation.noteHint')}
              </span>
            )}
          </div>
        )}
        <div className={classes.line}>
          <div className={classes.bubble} data-deleted={deleted || undefined}>
            {message.replyToId !== null && !deleted && (
              <Quote
                message={quoted}
                part={message.quote}
                onJump={quoted ? () => props.onJump(quoted.id) : null}
              />
            )}
            {deleted ? (
              <em>
                {message.extra?.movedTo === undefined
                  ? t('conversation.deleted')
                  : t('conversation.movedTo', { number: message.extra.movedTo })}
              </em>
            ) : editing ? (
              <EditMessage message={message} onDone={() => props.onEdit(null)} />
            ) : (
              <>
                <div id={textId}>
                  <MessageText content={message.content} format={message.format} />
                </div>
                <Extra message={message} />
                <Attachments
                  attachments={message.attachments}
                  kind={message.kind}
                  onPicture={props.onPicture}
                />
                <Reactions message={message} rights={rights} />
              </>
            )}
            <span className={classes.meta}>
              {message.origin !== null && (
                <span title={t('timeline.fromHelp', message.origin)} data-testid="origin">
                  {t('timeline.from', message.origin)}
                </span>
              )}
              {!deleted && <EditedMark message={message} />}
              <time dateTime={message.createdAt} title={fullTime(message.createdAt, i18n.language)}>
                {clockTime(message.createdAt, i18n.language)}
              </time>
              {message.delivery && <DeliveryMark delivery={message.delivery} />}
            </span>
          </div>
          {!deleted && !editing && (
            <BubbleMenu
              message={message}
              rights={rights}
              onQuote={() => props.onQuote(message)}
              onEdit={() => props.onEdit(message.id)}
              onDelete={() => props.onDelete(message)}
            />
          )}
        </div>
      </div>
      {message.delivery && <DeliveryTrouble message={message} rights={rights} />}
      <ChatChangeTrouble message={message} />
    </article>
  );
});
