import type { Message } from '@tikethet/shared/contracts';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/api';
import { deskRules } from '../../state/deskRules';
import { useStore } from '../../state/store';
import { Sheet } from '../../ui/Sheet';
import { showToast } from '../../ui/Toast';
import { inColour, QUICK } from './Reactions';

interface MessageMenuProps {
  message: Message;
  onClose: () => void;
  onAim: (kind: 'reply' | 'edit') => void;
  onReact: (message: Message, emoji: string) => void;
  onRevisions: (message: Message) => void;
}

/** What can be done with a message. */
export function MessageMenu({ message, onClose, onAim, onReact, onRevisions }: MessageMenuProps) {
  const { t } = useTranslation(['miniapp', 'ticket']);
  const mine = message.author.id === session.user()?.id;
  const [openedAt] = useState(Date.now);
  const { editMinutes } = useStore(deskRules);
  const age = openedAt - new Date(message.createdAt).getTime();
  const editable = mine && message.content !== '' && age < editMinutes * 60_000;
  const text =
    message.format === 'markdown' ? toPlainText(parseMarkdown(message.content)) : message.content;
  const copy = async (): Promise<void> => {
    onClose();
    await navigator.clipboard.writeText(text);
    showToast(t('chat.copied'));
  };
  return (
    <Sheet label={t('chat.more')} onClose={onClose}>
      <div className="quick-reactions" role="group" aria-label={t('chat.react')}>
        {QUICK.map((emoji) => (
          <button
            key={emoji}
            type="button"
            data-testid={`react-${emoji}`}
            aria-pressed={message.reactions.some(
              (one) => one.side === 'CUSTOMER' && one.emoji === emoji,
            )}
            onClick={() => {
              onClose();
              onReact(message, emoji);
            }}
          >
            {inColour(emoji)}
          </button>
        ))}
      </div>
      <button type="button" className="sheet-item" onClick={() => onAim('reply')}>
        {t('chat.reply')}
      </button>
      {text !== '' && 'clipboard' in navigator && (
        <button type="button" className="sheet-item" onClick={() => void copy()}>
          {t('chat.copy')}
        </button>
      )}
      {mine && message.editedAt !== null && (
        <button type="button" className="sheet-item" onClick={() => onRevisions(message)}>
          {t('ticket:revisions.title')}
        </button>
      )}
      {editable && (
        <button type="button" className="sheet-item" onClick={() => onAim('edit')}>
          {t('chat.edit')}
        </button>
      )}
    </Sheet>
  );
}
