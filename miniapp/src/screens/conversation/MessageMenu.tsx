import type { Message } from '@tikethet/shared/contracts';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/api';
import { Sheet } from '../../ui/Sheet';
import { showToast } from '../../ui/Toast';

interface MessageMenuProps {
  message: Message;
  onClose: () => void;
  onAim: (kind: 'reply' | 'edit') => void;
}

/** What can be done with a message. */
export function MessageMenu({ message, onClose, onAim }: MessageMenuProps) {
  const { t } = useTranslation();
  const mine = message.author.id === session.user()?.id;
  const [openedAt] = useState(Date.now);
  const age = openedAt - new Date(message.createdAt).getTime();
  const editable = mine && message.content !== '' && age < LIMITS.editMinutes * 60_000;
  const text =
    message.format === 'markdown' ? toPlainText(parseMarkdown(message.content)) : message.content;
  const copy = async (): Promise<void> => {
    onClose();
    await navigator.clipboard.writeText(text);
    showToast(t('chat.copied'));
  };
  return (
    <Sheet label={t('chat.more')} onClose={onClose}>
      <button type="button" className="sheet-item" onClick={() => onAim('reply')}>
        {t('chat.reply')}
      </button>
      {text !== '' && 'clipboard' in navigator && (
        <button type="button" className="sheet-item" onClick={() => void copy()}>
          {t('chat.copy')}
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
