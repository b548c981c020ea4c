import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useId, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useCustomer } from '../../app/queries/people';
import { useKeysOf, useShortcuts } from '../../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { useToasts } from '../../ui/useToasts';
import type { Rights } from '../conversation/access';
import { useComposerMacros } from '../macros/useComposerMacros';
import { CollisionLine } from './CollisionLine';
import classes from './Composer.module.css';
import { ComposerMode } from './ComposerMode';
import { EarlierDraft } from './EarlierDraft';
import { EmojiButton } from './EmojiButton';
import { FormatBar } from './FormatBar';
import { MentionList } from './MentionList';
import { Newcomers } from './Newcomers';
import { QuotedDraft } from './QuotedDraft';
import { ScheduledList } from './ScheduledList';
import { SendButtons } from './SendButtons';
import { applyEdit, inserted, selectionOf, type Selection, type TextEdit } from './textEdit';
import { UploadChips } from './UploadChips';
import { useMentions } from './useMentions';
import type { useReply } from './useReply';
import { useSending } from './useSending';
import { useSendLater } from './useSendLater';
import { WritingField } from './WritingField';

export interface ComposerHandle {
  focus(mode: 'reply' | 'note'): void;
  attach(files: readonly File[]): void;
}

interface Props {
  ticket: Ticket;
  rights: Rights;
  reply: ReturnType<typeof useReply>;
  onReopen: () => void;
  /** Resolves the ticket; answers the key of its command. */
  onResolve: () => string | null;
  handle: Ref<ComposerHandle>;
}

/** Milliseconds between two notices that one is typing. */
const TYPING_PAUSE = 2_500;

/** Where a reply or a note is written; which of both it is cannot be overlooked. */
export function Composer({ ticket, rights, reply, onReopen, onResolve, handle }: Props) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { uploads } = useDesk();
  const toasts = useToasts();
  const customer = useCustomer(ticket.customer);
  const frame = useRef<HTMLElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const typed = useRef(0);
  const [emojiOpened, setEmojiOpened] = useState(false);
  const [menuOpened, setMenuOpened] = useState(false);
  const listId = useId();
  const note = reply.mode === 'note' || !rights.reply;
  const closed = ticket.status === 'CLOSED' && !note;
  const sendLater = useSendLater(ticket, reply);
  const sendKeys = useKeysOf('send');

  const edit = (change: (selection: Selection) => TextEdit): void => {
    if (area.current) applyEdit(area.current, change(selectionOf(area.current)));
  };
  const mentions = useMentions({
    enabled: note,
    onPick: (person, { from }, cursor) => {
      reply.mention(person);
      const insert = `@${person.displayName} `;
      const place = from + insert.length;
      edit(() => ({ from, to: cursor, insert, start: place, end: place }));
    },
  });

  const macros = useComposerMacros({
    ticket,
    rights,
    insert: (text) => {
      area.current?.focus();
      edit((selection) => inserted(selection, text));
    },
  });

  const attach = (files: readonly File[]): void => {
    if (files.length === 0 || closed) return;
    const left = uploads.add(ticket.id, files);
    if (left > 0) {
      const text = t('composer.tooMany', { count: LIMITS.attachmentsPerMessage });
      toasts.trouble(t('composer.attach'), text);
    }
  };
  useImperativeHandle(handle, () => ({
    focus(mode) {
      if (mode === 'note' ? rights.note : rights.reply) reply.setMode(mode);
      requestAnimationFrame(() => area.current?.focus());
    },
    attach,
  }));

  const write = (text: string): void => {
    reply.setText(text);
    // A note is nobody's business but the team's: the customer sees no typing.
    if (note || text === '' || Date.now() - typed.current < TYPING_PAUSE) return;
    typed.current = Date.now();
    bridge.typing(ticket.id);
  };
  const { mayResolve, send, sendResolve, sendHeld } = useSending({
    ticket,
    rights,
    reply,
    note,
    onSent: macros.sent,
    onResolve,
  });

  /** Only while one writes here: the same keys mean nothing elsewhere. */
  const here = (act: () => void) => (): void | false =>
    frame.current?.contains(document.activeElement) ? act() : false;
  const open = rights.reply || rights.note;
  useShortcuts(
    open && !closed
      ? {
          send: here(send),
          sendResolve: mayResolve ? here(sendResolve) : undefined,
          sendLater: note ? undefined : here(() => reply.ready && setMenuOpened(true)),
          emoji: here(() => setEmojiOpened(true)),
          macros: () => {
            area.current?.focus();
            macros.open();
          },
          attach: () => chooser.current?.click(),
        }
      : {},
  );

  if (!open) return null;
  return (
    <section className={classes.frame} aria-label={t('composer.label')} ref={frame}>
      <ScheduledList
        ticket={ticket}
        mayDecide={rights.reply}
        onEdit={(message) => {
          reply.putBack(message.content, false);
          uploads.restore(ticket.id, message.attachments);
          area.current?.focus();
        }}
      />
      <div className={classes.composer} data-mode={note ? 'note' : 'reply'} data-testid="composer">
        {mentions.people.length > 0 && (
          <MentionList
            id={listId}
            people={mentions.people}
            active={mentions.active}
            onPick={mentions.pick}
          />
        )}
        <ComposerMode note={note} rights={rights} onChange={reply.setMode} />
        <CollisionLine ticketId={ticket.id} />
        {!note && (
          <Newcomers
            messages={reply.newcomers.messages}
            held={reply.held}
            onSend={() => {
              sendHeld();
              area.current?.focus();
            }}
            onSeen={() => {
              reply.acknowledge();
              area.current?.focus();
            }}
          />
        )}
        <EarlierDraft
          text={reply.draft.earlier}
          onTake={reply.takeEarlier}
          onDrop={reply.dropEarlier}
        />
        {customer.data?.botBlocked && !note && (
          <p className={classes.hint}>{t('composer.blockedHint')}</p>
        )}
        {reply.draft.replyToId !== null && (
          <QuotedDraft
            ticketId={ticket.id}
            messageId={reply.draft.replyToId}
            part={reply.draft.quote}
            onClear={reply.clearQuote}
          />
        )}
        {closed ? (
          <div className={classes.closed}>
            <span>
              <strong>{t('composer.closedTitle')}.</strong> {t('composer.closedHelp')}
            </span>
            <Button variant="default" onClick={onReopen}>
              {t('ticket.reopen')}
            </Button>
          </div>
        ) : (
          <>
            <WritingField
              ref={area}
              note={note}
              customer={customer.data ?? ticket.customer}
              text={reply.text}
              mentions={mentions}
              listId={listId}
              onText={write}
              onFiles={attach}
              onFormat={(format) => edit(() => format)}
              onKey={macros.onKey}
            />
            {macros.menu}
            {macros.plan}
            <UploadChips ticketId={ticket.id} files={reply.files} />
            <div className={classes.tools}>
              <FormatBar onEdit={edit} />
              <EmojiButton
                opened={emojiOpened}
                onOpen={setEmojiOpened}
                onPick={(unicode) => {
                  setEmojiOpened(false);
                  edit((selection) => inserted(selection, unicode));
                }}
              />
              <input
                ref={chooser}
                type="file"
                multiple
                hidden
                data-testid="attach-input"
                aria-label={t('composer.attach')}
                onChange={(event) => {
                  attach([...(event.currentTarget.files ?? [])]);
                  event.currentTarget.value = '';
                }}
              />
              <IconButton label={t('composer.attach')} onClick={() => chooser.current?.click()}>
                <IconPaperclip size={18} stroke={1.6} />
              </IconButton>
              {reply.tooLong > 0 && (
                <span className={classes.tooLong} role="alert">
                  {t('composer.tooLong', { count: reply.tooLong })}
                </span>
              )}
              <span className={classes.shortcut}>
                {sendKeys !== '' && t('composer.sendHint', { keys: sendKeys })}
              </span>
              <SendButtons
                note={note}
                ready={reply.ready}
                resolves={mayResolve}
                menuOpened={menuOpened}
                onMenu={setMenuOpened}
                onSend={send}
                onSendResolve={sendResolve}
                onSendLater={sendLater}
              />
            </div>
          </>
        )}
      </div>
    </section>
  );
}
