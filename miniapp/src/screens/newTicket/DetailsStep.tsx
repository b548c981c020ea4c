import { LIMITS, TICKET_PRIORITIES } from '@tikethet/shared/tickets';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddFiles } from '../../files/AddFiles';
import { UploadTiles } from '../../files/UploadTiles';
import type { Uploads } from '../../files/useUploads';
import { haptic } from '../../init/telegram';
import type { NewTicketDraft } from '../../state/drafts';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';

interface DetailsStepProps {
  draft: NewTicketDraft;
  uploads: Uploads;
  /** The person wanted to go on: now is the time to say what is missing. */
  complaining: boolean;
  onChange: (part: Partial<NewTicketDraft>) => void;
  onStartOver: () => void;
}

export function DetailsStep({
  draft,
  uploads,
  complaining,
  onChange,
  onStartOver,
}: DetailsStepProps) {
  const { t } = useTranslation(['miniapp', 'common']);
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
      <fieldset className="field">
        <legend>{t('newTicket.filesLabel')}</legend>
        <UploadTiles uploads={uploads} />
        <AddFiles
          className="add-files"
          label={t('files.add')}
          disabled={full}
          onFiles={uploads.add}
        >
          <Icon name="clip" size={20} />
          {t('files.add')}
        </AddFiles>
      </fieldset>
      <fieldset className="field">
        <legend>{t('newTicket.priorityLabel')}</legend>
        <div className="segments">
          {TICKET_PRIORITIES.map((priority) => (
            <label className="segment" key={priority} data-priority={priority}>
              <input
                type="radio"
                name={`${id}-priority`}
                value={priority}
                checked={draft.priority === priority}
                onChange={() => {
                  haptic('select');
                  onChange({ priority });
                }}
              />
              <span>{t(`common:priority.${priority}`)}</span>
            </label>
          ))}
        </div>
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
