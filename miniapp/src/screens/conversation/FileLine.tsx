import type { Attachment } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../files/saveFile';
import { useErrorText } from '../../i18n/errorText';
import { useFormat } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { showToast } from '../../ui/Toast';

/** A file by its name and size, to be saved; or why it cannot be. */
export function FileLine({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const { fileName, size, state } = attachment;
  const note = {
    READY: format.size(size),
    FETCHING: t('files.fetching'),
    FAILED: t('files.failed'),
    TOO_LARGE: t('files.tooLarge'),
  }[state];
  return (
    <button
      type="button"
      className="file-line"
      disabled={state !== 'READY'}
      aria-label={`${t('files.open', { name: fileName })}, ${note}`}
      onClick={() => {
        saveFile(attachment).catch((error: unknown) => showToast(errorText(error)));
      }}
    >
      <span className="file-line-icon">
        <Icon name={state === 'FAILED' || state === 'TOO_LARGE' ? 'warning' : 'file'} />
      </span>
      <span className="file-line-text">
        <span className="file-line-name">{fileName}</span>
        <span className="file-line-note">{note}</span>
      </span>
    </button>
  );
}
