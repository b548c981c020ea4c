import { Button, Textarea } from '@mantine/core';
import type { Message } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import classes from './EditMessage.module.css';

/** Changes a message in its place. Mod+Enter saves, Esc leaves it as it was. */
export function EditMessage({ message, onDone }: { message: Message; onDone: () => void }) {
  const { t } = useTranslation();
  const { desk, writer } = useDesk();
  const toasts = useToasts();
  const [text, setText] = useState(message.content);
  const content = text.trim();
  const { id, ticketId } = message;

  const save = () => {
    onDone();
    if (content === '' || content === message.content) return;
    writer.write({
      route: 'PUT /messages/{id}',
      lane: ticketId,
      input: () => ({ id, content }),
      show: () =>
        desk.changeMessage(ticketId, id, (shown) => ({
          ...shown,
          content,
          editedAt: new Date().toISOString(),
        })),
      settle: (said) => desk.changeMessage(ticketId, id, () => said),
      revert: () => desk.changeMessage(ticketId, id, () => message),
      failed: (error, repeat) => toasts.failed(t('toast.what.message'), error, repeat),
    });
  };

  return (
    <div className={classes.edit}>
      <Textarea
        autosize
        autoFocus
        onFocus={({ currentTarget }) =>
          currentTarget.setSelectionRange(currentTarget.value.length, currentTarget.value.length)
        }
        maxRows={14}
        maxLength={LIMITS.content}
        aria-label={t('conversation.edit')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          else if (event.key === 'Escape') onDone();
          else return;
          event.preventDefault();
        }}
      />
      <div className={classes.buttons}>
        <Button variant="subtle" color="gray" size="compact-xs" onClick={onDone}>
          {t('app.cancel')}
        </Button>
        <Button size="compact-xs" disabled={content === ''} onClick={save}>
          {t('conversation.editSave')}
        </Button>
      </div>
    </div>
  );
}
