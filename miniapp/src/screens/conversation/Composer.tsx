import type { Message } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api';
import { requestKey } from '../../api/requestKey';
import { queryClient } from '../../app/queryClient';
import { AddFiles } from '../../files/AddFiles';
import { UploadTiles } from '../../files/UploadTiles';
import { useUploads } from '../../files/useUploads';
import { useErrorText } from '../../i18n/errorText';
import { useUnsent } from '../../init/actions';
import { haptic } from '../../init/telegram';
import { putMessage } from '../../live/applyEvent';
import { tellTyping } from '../../live/connection';
import { readDraft, writeDraft } from '../../state/drafts';
import { keepFile, type Pending } from '../../state/outbox';
import { Icon } from '../../ui/Icon';
import { showToast } from '../../ui/Toast';
import { AimLine } from './AimLine';

/** The message that the next one answers, or the one being changed. */
export interface Aim {
  kind: 'reply' | 'edit';
  message: Message;
}

interface ComposerProps {
  ticketId: string;
  aim: Aim | null;
  lastPosition: number;
  onAimEnd: () => void;
  onSend: (message: Pending) => void;
}

/** With a mouse there is a keyboard: Enter sends, Shift+Enter breaks the line. */
const ENTER_SENDS = window.matchMedia('(pointer: fine)').matches;

export function Composer({ ticketId, aim, lastPosition, onAimEnd, onSend }: ComposerProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [draft, setDraft] = useState(() => readDraft(ticketId));
  const [edited, setEdited] = useState('');
  const [saving, setSaving] = useState(false);
  const uploads = useUploads();
  const area = useRef<HTMLTextAreaElement>(null);
  const editing = aim?.kind === 'edit' ? aim.message : null;
  const content = editing ? edited : draft;
  useUnsent(`composer.${ticketId}`, draft.trim() !== '' || uploads.uploads.length > 0);

  useEffect(() => {
    if (!aim) return;
    if (aim.kind === 'edit') setEdited(aim.message.content);
    area.current?.focus();
  }, [aim]);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [content]);

  const change = (text: string): void => {
    if (editing) return setEdited(text);
    setDraft(text);
    writeDraft(ticketId, text);
    tellTyping(ticketId);
  };
  const saveEdit = async (message: Message): Promise<void> => {
    setSaving(true);
    try {
      putMessage(queryClient, await api('PUT /messages/{id}', { id: message.id, content: edited }));
      onAimEnd();
    } catch (error) {
      haptic('error');
      showToast(errorText(error));
    }
    setSaving(false);
  };
  const empty = content.trim() === '' && (editing !== null || uploads.uploads.length === 0);
  const send = (): void => {
    if (empty || saving) return;
    if (editing) return void saveEdit(editing);
    if (uploads.preparing) return showToast(t('newTicket.uploading'));
    if (uploads.refusedForGood) return showToast(t('newTicket.failedFiles'));
    void sendAll();
  };
  /** Files that are not at the desk yet go with the message, from now on in the background. */
  const sendAll = async (): Promise<void> => {
    haptic('light');
    setSaving(true);
    const attachments = uploads.ready;
    const files = await Promise.all(uploads.takeOver().map((one) => keepFile(one.key, one.file)));
    setSaving(false);
    onSend({
      key: requestKey(),
      ticketId,
      content: draft.trim(),
      attachments,
      files,
      replyToId: aim?.message.id ?? null,
      createdAt: new Date().toISOString(),
      afterPosition: lastPosition,
      state: 'sending',
      error: null,
    });
    change('');
    uploads.clear();
    onAimEnd();
    area.current?.focus();
  };

  return (
    <div className="composer-holder">
      {aim && <AimLine aim={aim} onEnd={onAimEnd} />}
      {!editing && <UploadTiles uploads={uploads} />}
      <div className="composer-line">
        <AddFiles
          className="icon-button"
          label={t('files.attach')}
          disabled={editing !== null || uploads.uploads.length >= LIMITS.attachmentsPerMessage}
          onFiles={uploads.add}
        >
          <Icon name="clip" />
        </AddFiles>
        <textarea
          ref={area}
          className="composer"
          data-testid="composer"
          rows={1}
          value={content}
          maxLength={LIMITS.content}
          placeholder={t('chat.placeholder')}
          aria-label={t('chat.placeholder')}
          onChange={(event) => change(event.target.value)}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (files.length === 0 || editing) return;
            event.preventDefault();
            uploads.add(files);
          }}
          onKeyDown={(event) => {
            const meant = ENTER_SENDS ? !event.shiftKey : event.ctrlKey || event.metaKey;
            if (event.key === 'Escape' && aim) onAimEnd();
            if (event.key !== 'Enter' || !meant || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button
          type="button"
          className="round-button send"
          data-testid="send"
          aria-label={editing ? t('chat.save') : t('chat.send')}
          aria-disabled={empty || uploads.preparing || saving}
          // The keyboard stays open: the button does not take the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={send}
        >
          <Icon name={editing ? 'check' : 'send'} />
        </button>
      </div>
    </div>
  );
}
