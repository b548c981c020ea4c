import { IconCheck, IconRefresh, IconX } from '@tabler/icons-react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import type { Upload } from '../../app/write/uploads';
import { fileSize } from '../../ui/bytes';
import { errorText } from '../../ui/errorText';
import { isRepeatable } from '../../ui/useToasts';
import classes from './UploadChips.module.css';

/** Files that will go with the message: how far each has come, or why it did not. */
export function UploadChips({ ticketId, files }: { ticketId: string; files: readonly Upload[] }) {
  const { t, i18n } = useTranslation();
  const { uploads } = useDesk();
  if (files.length === 0) return null;
  return (
    <ul className={classes.chips}>
      {files.map((file) => (
        <li
          key={file.id}
          className={classes.chip}
          data-failed={file.error ? true : undefined}
          data-testid="upload"
          data-state={file.error ? 'failed' : file.attachment ? 'done' : 'uploading'}
        >
          <span className={classes.name} title={file.name}>
            {file.name}
          </span>
          {file.error ? (
            <span className={classes.error} role="alert">
              {errorText(file.error, t)}
            </span>
          ) : file.attachment ? (
            <span className={classes.size}>
              <IconCheck size={12} aria-hidden="true" /> {fileSize(file.size, t, i18n.language)}
            </span>
          ) : (
            <progress
              className={classes.progress}
              max={1}
              value={file.share}
              aria-label={t('composer.uploading', { name: file.name })}
            />
          )}
          {file.error && isRepeatable(file.error) && (
            <button
              type="button"
              aria-label={t('composer.uploadAgain')}
              onClick={() => uploads.again(ticketId, file.id)}
            >
              <IconRefresh size={14} aria-hidden="true" />
            </button>
          )}
          <button
            type="button"
            aria-label={t('composer.remove', { name: file.name })}
            onClick={() => uploads.remove(ticketId, file.id)}
          >
            <IconX size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
