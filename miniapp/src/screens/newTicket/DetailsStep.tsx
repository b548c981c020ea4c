import type { FaqArticle } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileSources } from '../../files/FileSources';
import { UploadTiles } from '../../files/UploadTiles';
import type { Uploads } from '../../files/useUploads';
import type { NewTicketDraft } from '../../state/drafts';
import { Sheet } from '../../ui/Sheet';
import { Suggestions } from './Suggestions';

interface DetailsStepProps {
  draft: NewTicketDraft;
  uploads: Uploads;
  /** The person wanted to go on: now is the time to say what is missing. */
  complaining: boolean;
  onChange: (part: Partial<NewTicketDraft>) => void;
  onStartOver: () => void;
  onHelped: (article: FaqArticle) => void;
}

export function DetailsStep({
  draft,
  uploads,
  complaining,
  onChange,
  onStartOver,
  onHelped,
}: DetailsStepProps) {
  const { t } = useTranslation();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const titleMissing = complaining && draft.title.trim() === '';
  const textMissing = complaining && draft.description.trim() === '';
  const left = LIMITS.title - draft.title.length;
  const full = uploads.uploads.length >= LIMITS.attachmentsPerMessage;

  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('newTicket.titleLabel')}</label>
        <input
          id={`${id}-title`}
          data-testid="title-input"
          value={draft.title}
          maxLength={LIMITS.title}
          placeholder={t('newTicket.titlePlaceholder')}
          aria-invalid={titleMissing}
          aria-describedby={titleMissing ? `${id}-title-error` : undefined}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        {titleMissing && (
          <p className="field-error" id={`${id}-title-error`} role="alert">
            {t('newTicket.titleMissing')}
          </p>
        )}
        {left <= 40 && <p className="field-count">{left}</p>}
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('newTicket.textLabel')}</label>
        <textarea
          id={`${id}-text`}
          data-testid="description-input"
          rows={5}
          value={draft.description}
          maxLength={LIMITS.content}
          placeholder={t('newTicket.textPlaceholder')}
          aria-invalid={textMissing}
          aria-describedby={textMissing ? `${id}-text-error` : undefined}
          onChange={(event) => onChange({ description: event.target.value })}
        />
        {textMissing && (
          <p className="field-error" id={`${id}-text-error`} role="alert">
            {t('newTicket.textMissing')}
          </p>
        )}
      </div>
      <div className="field">
        <Suggestions
          text={`${draft.title}\n${draft.description}`}
          categoryId={draft.categoryId}
          onHelped={onHelped}
        />
      </div>
      <fieldset className="field">
        <legend>{t('newTicket.filesLabel')}</legend>
        <UploadTiles uploads={uploads} />
        <FileSources disabled={full} onFiles={uploads.add} />
      </fieldset>
      {(draft.title !== '' || draft.description !== '') && (
        <button type="button" className="button quiet" onClick={() => setAsking(true)}>
          {t('newTicket.discard')}
        </button>
      )}
      {asking && (
        <Sheet label={t('newTicket.discardTitle')} onClose={() => setAsking(false)}>
          <h2 className="sheet-title">{t('newTicket.discardTitle')}</h2>
          <p className="sheet-text">{t('newTicket.discardText')}</p>
          <button
            type="button"
            className="button danger"
            onClick={() => {
              setAsking(false);
              onStartOver();
            }}
          >
            {t('newTicket.discard')}
          </button>
        </Sheet>
      )}
    </>
  );
}
