import { Button, Textarea } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { CustomerNote } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { IconButton } from '../../ui/IconButton';
import { RelativeTime } from '../../ui/RelativeTime';
import { MessageText } from '../conversation/MessageText';
import classes from './CustomerNotes.module.css';
import type { useCard } from './useCard';

interface Props {
  note: CustomerNote;
  actions: Pick<ReturnType<typeof useCard>, 'editNote' | 'deleteNote'>;
}

/** One note about the customer; its author, and who may by right, changes or removes it. */
export function NoteItem({ note, actions }: Props) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const [text, setText] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const mine = note.author.id === me.id;
  const save = () => {
    const content = (text ?? '').trim();
    setText(null);
    if (content !== '' && content !== note.content) actions.editNote(note, content);
  };
  return (
    <li className={classes.note} data-testid="customer-note-item">
      <div className={classes.about}>
        <span className={classes.author}>{note.author.displayName}</span>
        <RelativeTime at={note.editedAt ?? note.createdAt} />
        <span className={classes.actions}>
          {(mine || can(me, 'message.editAny')) && (
            <IconButton label={t('customer.editNote')} onClick={() => setText(note.content)}>
              <IconPencil size={14} stroke={1.6} />
            </IconButton>
          )}
          {(mine || can(me, 'message.delete')) && (
            <IconButton label={t('customer.deleteNote')} onClick={() => setAsking(true)}>
              <IconTrash size={14} stroke={1.6} />
            </IconButton>
          )}
        </span>
      </div>
      {text === null ? (
        <MessageText content={note.content} format="plain" />
      ) : (
        <>
          <Textarea
            autosize
            autoFocus
            maxRows={8}
            maxLength={LIMITS.customerNote}
            aria-label={t('customer.editNote')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
              else if (event.key === 'Escape') setText(null);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <div className={classes.buttons}>
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setText(null)}>
              {t('app.cancel')}
            </Button>
            <Button size="compact-xs" disabled={text.trim() === ''} onClick={save}>
              {t('conversation.editSave')}
            </Button>
          </div>
        </>
      )}
      {asking && (
        <ConfirmDialog
          danger
          title={t('customer.deleteNoteTitle')}
          help={t('customer.deleteNoteHelp')}
          action={t('conversation.delete')}
          testId="customer-note-delete"
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            actions.deleteNote(note);
          }}
        />
      )}
    </li>
  );
}
