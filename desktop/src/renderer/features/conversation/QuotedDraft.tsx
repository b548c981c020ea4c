import { IconX } from '@tabler/icons-react';
import type { Message } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { plainPreview } from '../inbox/plainPreview';
import classes from './Composer.module.css';

/** The message that will be quoted. */
export function QuotedDraft({ message, onClear }: { message: Message; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.quoted}>
      <span className={classes.quotedText}>
        <strong>{t('composer.quoting', { name: message.author.displayName })}</strong>{' '}
        {plainPreview(message.content) || t(`messageKind.${message.kind}`)}
      </span>
      <button type="button" aria-label={t('composer.cancelQuote')} onClick={onClear}>
        <IconX size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
