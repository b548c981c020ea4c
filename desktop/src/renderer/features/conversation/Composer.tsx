import { Button, Textarea } from '@mantine/core';
import { IconLock, IconPaperclip, IconSend2 } from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useCustomer } from '../../app/queries/people';
import { IconButton } from '../../ui/IconButton';
import { MOD } from '../../ui/Keys';
import { useToasts } from '../../ui/useToasts';
import type { Rights } from './access';
import classes from './Composer.module.css';
import { ComposerMode } from './ComposerMode';
import { QuotedDraft } from './QuotedDraft';
import { UploadChips } from './UploadChips';
import type { useReply } from './useReply';

export interface ComposerHandle {
  focus(mode: 'reply' | 'note'): void;
  putBack(text: string, internal: boolean): void;
}

interface Props {
  ticket: Ticket;
  rights: Rights;
  reply: ReturnType<typeof useReply>;
  onReopen: () => void;
  handle: Ref<ComposerHandle>;
}

/** Milliseconds between two notices that one is typing. */
const TYPING_PAUSE = 2_500;

/** Where a reply or a note is written; which of both it is cannot be overlooked. */
export function Composer({ ticket, rights, reply, onReopen, handle }: Props) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { uploads } = useDesk();
  const toasts = useToasts();
  const customer = useCustomer(ticket.customer);
  const area = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const typed = useRef(0);
  const [dropping, setDropping] = useState(false);
  const note = reply.mode === 'note' || !rights.reply;
  const closed = ticket.status === 'CLOSED' && !note;

  useImperativeHandle(handle, () => ({
    focus(mode) {
      if (mode === 'note' ? rights.note : rights.reply) reply.setMode(mode);
      requestAnimationFrame(() => area.current?.focus());
    },
    putBack(text, internal) {
      reply.putBack(text, internal);
      requestAnimationFrame(() => area.current?.focus());
    },
  }));

  const attach = (files: readonly File[]) => {
    if (files.length === 0) return;
    const left = uploads.add(ticket.id, files);
    if (left > 0) {
      const text = t('composer.tooMany', { count: LIMITS.attachmentsPerMessage });
      toasts.trouble(t('composer.attach'), text);
    }
  };
  const write = (text: string) => {
    reply.setText(text);
    // A note is nobody's business but the team's: the customer sees no typing.
    if (note || text === '' || Date.now() - typed.current < TYPING_PAUSE) return;
    typed.current = Date.now();
    bridge.typing(ticket.id);
  };

  if (!rights.reply && !rights.note) return null;
  return (
    <section className={classes.frame} aria-label={t('composer.label')}>
      <div
        className={classes.composer}
        data-mode={note ? 'note' : 'reply'}
        data-testid="composer"
        data-dropping={dropping || undefined}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setDropping(true);
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
        }}
        onDrop={(event) => {
          if (event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          setDropping(false);
          attach([...event.dataTransfer.files]);
        }}
      >
        <ComposerMode note={note} rights={rights} onChange={reply.setMode} />
        {customer.data?.botBlocked && !note && (
          <p className={classes.hint}>{t('composer.blockedHint')}</p>
        )}
        {reply.quoted && <QuotedDraft message={reply.quoted} onClear={reply.clearQuote} />}
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
            <Textarea
              ref={area}
              variant="unstyled"
              autosize
              minRows={2}
              maxRows={12}
              classNames={{ input: classes.input ?? '' }}
              aria-label={t(note ? 'composer.note' : 'composer.reply')}
              placeholder={
                note
                  ? t('composer.notePlaceholder')
                  : t('composer.replyPlaceholder', { name: ticket.customer.displayName })
              }
              value={reply.text}
              data-testid="composer-input"
              onChange={(event) => write(event.currentTarget.value)}
              onPaste={(event) => {
                const files = [...event.clipboardData.files];
                if (files.length === 0) return;
                event.preventDefault();
                attach(files);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) reply.send();
                else if (event.key === 'Escape') event.currentTarget.blur();
                else return;
                event.preventDefault();
              }}
            />
            <UploadChips ticketId={ticket.id} files={reply.files} />
            <div className={classes.tools}>
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
              <span className={classes.formatting}>{t('composer.formatting')}</span>
              {reply.tooLong > 0 && (
                <span className={classes.tooLong} role="alert">
                  {t('composer.tooLong', { count: reply.tooLong })}
                </span>
              )}
              <span className={classes.shortcut}>
                {t('composer.sendHint', { keys: `${MOD} Enter` })}
              </span>
              <Button
                className={classes.send}
                leftSection={note ? <IconLock size={14} /> : <IconSend2 size={14} />}
                disabled={!reply.ready}
                data-testid="send"
                onClick={reply.send}
              >
                {t(note ? 'composer.sendNote' : 'composer.send')}
              </Button>
            </div>
          </>
        )}
        {dropping && <div className={classes.drop}>{t('composer.drop')}</div>}
      </div>
    </section>
  );
}
