import { IconX } from '@tabler/icons-react';
import { useMessages } from '../../app/queries/messages';
import { useTranslation } from '../../app/texts';
import { plainPreview } from '../inbox/plainPreview';
import classes from './Composer.module.css';

interface Props {
  ticketId: string;
  messageId: string;
  /** The part that is meant; null: all of it. */
  part: string | null;
  onClear: () => void;
}

/** The message that will be quoted. */
export function QuotedDraft({ ticketId, messageId, part, onClear }: Props) {
  const { t } = useTranslation();
  const { messages } = useMessages(ticketId);
  const message = messages.find(({ id }) => id === messageId);
  const text =
    part ?? (message ? plainPreview(message.content) || t(`messageKind.${message.kind}`) : '');
  return (
    <div className={classes.quoted} data-testid="quoted-draft">
      <span className={classes.quotedText}>
        <strong>
          {message
            ? t('composer.quoting', { name: message.author.displayName })
            : t('conversation.quotedGone')}
        </strong>{' '}
        {text}
      </span>
      <button type="button" aria-label={t('composer.cancelQuote')} onClick={onClear}>
        <IconX size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
