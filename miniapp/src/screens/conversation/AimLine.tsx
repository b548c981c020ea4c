import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import type { Aim } from './Composer';
import { excerpt } from './MessageBubble';

/** Above the composer: what is being answered or changed. */
export function AimLine({ aim, onEnd }: { aim: Aim; onEnd: () => void }) {
  const { t } = useTranslation(['miniapp', 'common']);
  const editing = aim.kind === 'edit';
  return (
    <div className="aim">
      <Icon name={editing ? 'edit' : 'back'} size={20} />
      <span className="quote">
        <span className="quote-author">
          {editing
            ? t('chat.editing')
            : t('chat.replyTo', { name: aim.message.author.displayName })}
        </span>
        <span className="quote-text">
          {excerpt(aim.message, (kind) => t(`common:messageKind.${kind}`))}
        </span>
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={editing ? t('chat.stopEdit') : t('chat.stopReply')}
        onClick={onEnd}
      >
        <Icon name="close" size={18} />
      </button>
    </div>
  );
}
