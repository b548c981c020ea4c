import { ApiError } from '@tikethet/shared/client';
import type { Ticket } from '@tikethet/shared/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, session } from '../../api/api';
import { requestKey } from '../../api/requestKey';
import { ticketBody } from '../../api/sendMessage';
import { useTicket } from '../../api/queries';
import { open, push } from '../../app/navigation';
import { queryClient } from '../../app/queryClient';
import { useUploads } from '../../files/useUploads';
import { useErrorText } from '../../i18n/errorText';
import { usePrimaryAction, useUnsent, type PrimaryAction } from '../../init/actions';
import { haptic } from '../../init/telegram';
import { putTicket } from '../../live/applyEvent';
import { connection } from '../../live/connection';
import {
  EMPTY_DRAFT,
  readNewTicket,
  writeNewTicket,
  type NewTicketDraft,
} from '../../state/drafts';
import { TopBar } from '../../ui/TopBar';
import { showToast } from '../../ui/Toast';
import { CategoryStep } from './CategoryStep';
import { DetailsStep } from './DetailsStep';
import { closeDraft } from './closeDraft';
import { PreviewStep } from './PreviewStep';
import { queueTicket } from './queueTicket';
import { SentPanel } from './SentPanel';
import '../../ui/styles/forms.css';

type Step = 1 | 2 | 3;

function LinkedNote({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useTicket(id);
  return data ? (
    <p className="linked-note">{t('newTicket.linked', { number: data.number })}</p>
  ) : null;
}

/** A new ticket in three steps: what about, the details, a look before sending. */
export function NewTicketScreen({ step }: { step: Step }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [draft, setDraft] = useState<NewTicketDraft>(readNewTicket);
  const [complaining, setComplaining] = useState(false);
  const [sending, setSending] = useState(false);
  const [created, setCreated] = useState<Ticket | 'queued' | null>(null);
  const uploads = useUploads(draft.attachments);
  const attempt = useRef({ body: '', key: '' });

  const change = (part: Partial<NewTicketDraft>): void => {
    const changed = { ...draft, ...part };
    setDraft(changed);
    writeNewTicket(changed);
  };
  // Files that reached the desk belong to the draft: closing the app does not lose them.
  const { ready } = uploads;
  const readyIds = ready.map(({ id }) => id).join();
  useEffect(() => {
    if (created || readyIds === draft.attachments.map(({ id }) => id).join()) return;
    change({ attachments: ready });
  });
  const hasText = draft.title.trim() !== '' || draft.description.trim() !== '';
  useUnsent('newTicket', created === null && (hasText || uploads.uploads.length > 0));

  const valid = draft.title.trim() !== '' && draft.description.trim() !== '';
  const goOn = (): void => {
    setComplaining(!valid);
    if (!valid) haptic('error');
    else if (uploads.preparing) showToast(t('newTicket.uploading'));
    else if (uploads.refusedForGood) showToast(t('newTicket.failedFiles'));
    else push({ name: 'new', step: 3 });
  };

  const done = (result: Ticket | 'queued'): void => {
    haptic('success');
    writeNewTicket(null);
    setCreated(result);
    // One step back leads to the list, not to the form of what is sent.
    open({ name: 'new', step: 3 });
  };

  const submit = async (): Promise<void> => {
    if (draft.categoryId === null || sending) return;
    if (uploads.busy && connection.get() !== 'offline') {
      showToast(t('newTicket.uploading'));
      return;
    }
    const { title, description, categoryId, linkedTicketId } = draft;
    const newTicket = { title, categoryId, linkedTicketId };
    const ids = ready.map((file) => file.id);
    // The same ticket keeps its key over retries; a changed one is another ticket.
    const written = JSON.stringify([newTicket, description, ids]);
    if (attempt.current.body !== written) attempt.current = { body: written, key: requestKey() };
    const { key } = attempt.current;
    setSending(true);
    try {
      if (uploads.failed || uploads.busy) throw new ApiError(0, 'network', 'Files are waiting');
      const body = ticketBody(newTicket, description, ids);
      const ticket = await api('POST /tickets', body, { idempotencyKey: key });
      putTicket(queryClient, ticket, session.user()?.id ?? '');
      done(ticket);
    } catch (error) {
      if (error instanceof ApiError && error.status === 0) {
        await queueTicket({ key, newTicket, content: description, uploads });
        done('queued');
        return;
      }
      haptic('error');
      showToast(errorText(error));
      setSending(false);
    }
  };

  const actions: Record<Step, PrimaryAction | null> = {
    1:
      draft.categoryId === null
        ? null
        : {
            text: t('actions.next'),
            testId: 'step-next',
            onPress: () => push({ name: 'new', step: 2 }),
          },
    2: { text: t('newTicket.preview'), testId: 'step-next', onPress: goOn },
    3: {
      text: t('newTicket.submit'),
      testId: 'submit-ticket',
      loading: sending,
      enabled: valid && draft.categoryId !== null,
      onPress: () => void submit(),
    },
  };
  usePrimaryAction(created === null ? actions[step] : null);
  if (created) return <SentPanel ticket={created === 'queued' ? null : created} />;

  return (
    <div className="screen">
      <TopBar canGoBack title={t('newTicket.title')} subtitle={t('newTicket.step', { step })} />
      <div className="steps" aria-hidden="true">
        {[1, 2, 3].map((one) => (
          <span key={one} data-done={one <= step} />
        ))}
      </div>
      <div className="scroller form" key={step}>
        <h2 className="form-title">{t(`newTicket.step${step}`)}</h2>
        {draft.linkedTicketId !== null && <LinkedNote id={draft.linkedTicketId} />}
        {step === 1 && (
          <CategoryStep
            chosenId={draft.categoryId}
            onChoose={(categoryId) => {
              haptic('select');
              change({ categoryId });
              push({ name: 'new', step: 2 });
            }}
          />
        )}
        {step === 2 && (
          <DetailsStep
            draft={draft}
            uploads={uploads}
            complaining={complaining}
            onChange={change}
            onHelped={(article) => closeDraft(draft, article)}
            onStartOver={() => {
              setDraft(EMPTY_DRAFT);
              writeNewTicket(null);
              uploads.clear();
              setComplaining(false);
              open({ name: 'new', step: 1 });
            }}
          />
        )}
        {step === 3 && <PreviewStep draft={draft} files={uploads.uploads} />}
      </div>
    </div>
  );
}
