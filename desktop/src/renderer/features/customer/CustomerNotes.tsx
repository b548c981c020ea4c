import { Button, Textarea } from '@mantine/core';
import type { CustomerCard } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import classes from './CustomerNotes.module.css';
import pane from './CustomerPane.module.css';
import { NoteItem } from './NoteItem';
import { useCard } from './useCard';

/** What the team should know of this customer, whichever ticket is open. */
export function CustomerNotes({ card }: { card: CustomerCard }) {
  const { t } = useTranslation();
  const actions = useCard(card.customerId);
  const [text, setText] = useState('');
  const content = text.trim();
  const add = () => {
    if (content === '') return;
    actions.addNote(content);
    setText('');
  };
  return (
    <section className={pane.section} aria-label={t('customer.notes')}>
      <h3 className={pane.heading}>
        {t('customer.notes')}
        <span className={pane.muted}>{card.notes.length > 0 && card.notes.length}</span>
      </h3>
      <Textarea
        autosize
        minRows={1}
        maxRows={8}
        maxLength={LIMITS.customerNote}
        aria-label={t('customer.addNote')}
        placeholder={t('customer.notePlaceholder')}
        data-testid="customer-note"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          add();
        }}
      />
      {content !== '' && (
        <div className={classes.buttons}>
          <Button size="compact-xs" data-testid="customer-note-add" onClick={add}>
            {t('customer.addNote')}
          </Button>
        </div>
      )}
      <ul className={classes.notes}>
        {card.notes.map((note) => (
          <NoteItem key={note.id} note={note} actions={actions} />
        ))}
      </ul>
    </section>
  );
}
