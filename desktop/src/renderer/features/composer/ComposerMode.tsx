import { IconArrowBackUp, IconLock } from '@tabler/icons-react';
import { useTranslation } from '../../app/texts';
import type { Rights } from '../conversation/access';
import classes from './Composer.module.css';

/** Reply to the customer, or a note among colleagues. */
export function ComposerMode({
  note,
  rights,
  onChange,
}: {
  note: boolean;
  rights: Rights;
  onChange: (mode: 'reply' | 'note') => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.modes} role="group" aria-label={t('composer.mode')}>
      <button
        type="button"
        className={classes.mode}
        aria-pressed={!note}
        disabled={!rights.reply}
        title={rights.reply ? undefined : t('composer.noRight')}
        data-testid="reply-toggle"
        onClick={() => onChange('reply')}
      >
        <IconArrowBackUp size={14} aria-hidden="true" />
        {t('composer.reply')}
      </button>
      <button
        type="button"
        className={classes.mode}
        aria-pressed={note}
        disabled={!rights.note}
        data-testid="note-toggle"
        onClick={() => onChange(note ? 'reply' : 'note')}
      >
        <IconLock size={14} aria-hidden="true" />
        {t('composer.note')}
      </button>
      {note && <span className={classes.noteHint}>{t('conversation.noteHint')}</span>}
    </div>
  );
}
