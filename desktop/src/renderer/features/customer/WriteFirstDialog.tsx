import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { PersonRef } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState, type FormEvent } from 'react';
import { useGo } from '../../app/places';
import type { BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import { errorText } from '../../ui/errorText';
import classes from './WriteFirst.module.css';

interface Props {
  customer: Pick<PersonRef, 'id' | 'displayName'>;
  onClose: () => void;
}

/**
 * The desk's first word to somebody it knows. It goes out at once: what cannot be sent stays here to
 * be sent again.
 */
export function WriteFirstDialog({ customer, onClose }: Props) {
  const { t } = useTranslation();
  const { desk, writer } = useDesk();
  const client = useQueryClient();
  const go = useGo();
  const { categories } = useCategories();
  const open = categories.filter(({ isActive }) => isActive);
  const [title, setTitle] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<BridgeError | null>(null);
  const categoryId = category ?? open[0]?.id;
  const ready = title.trim() !== '' && text.trim() !== '' && categoryId !== undefined && !sending;

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setSending(true);
    setError(null);
    writer.write({
      route: 'POST /tickets',
      lane: customer.id,
      input: () => ({
        title: title.trim(),
        description: text.trim(),
        categoryId,
        customerId: customer.id,
        writeFirst: true,
      }),
      settle: (ticket) => {
        client.setQueryData(keys.ticket(ticket.id), ticket);
        desk.accept(ticket);
        void client.invalidateQueries({ queryKey: keys.customerTickets(customer.id) });
        onClose();
        go(`/inbox/mine/${ticket.id}`);
      },
      failed: (problem) => {
        setSending(false);
        setError(problem);
      },
    });
  };

  return (
    <Dialog onClose={onClose} title={t('customer.writeTitle', { name: customer.displayName })}>
      <form className={classes.form} onSubmit={send}>
        <TextInput
          data-autofocus
          label={t('customer.writeSubject')}
          maxLength={LIMITS.title}
          value={title}
          data-testid="write-first-title"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('ticket.category')}
          value={categoryId ?? ''}
          data={open.map(({ id, label }) => ({ value: id, label }))}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
        <Textarea
          label={t('customer.writeText')}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={LIMITS.content}
          spellCheck
          value={text}
          data-testid="write-first-text"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
          }}
        />
        <p className={classes.help}>{t('customer.writeHelp')}</p>
        {error && (
          <p className={classes.error} role="alert">
            {errorText(error, t)}
          </p>
        )}
        <DialogButtons onCancel={onClose} mt={0}>
          <Button type="submit" disabled={!ready} data-testid="write-first-send">
            {t('customer.writeSend')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
