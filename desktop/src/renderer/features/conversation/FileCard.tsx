import { IconDownload, IconFile, IconFileAlert, IconLoader2 } from '@tabler/icons-react';
import type { Attachment } from '@tikethet/shared/contracts';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { fileSize } from '../../ui/bytes';
import { errorText } from '../../ui/errorText';
import { useToasts } from '../../ui/useToasts';
import classes from './Attachments.module.css';

/** A file by its name and size; saved on click, or why it cannot be. */
export function FileCard({ file }: { file: Attachment }) {
  const { t, i18n } = useTranslation();
  const bridge = useBridge();
  const toasts = useToasts();
  const save = async () => {
    const result = await bridge.saveFile(file);
    if (!result.ok) toasts.trouble(t('files.saveFailed'), errorText(result.error, t));
  };
  if (file.state !== 'READY') {
    const fetching = file.state === 'FETCHING';
    const Icon = fetching ? IconLoader2 : IconFileAlert;
    return (
      <div className={classes.card} data-state={file.state}>
        <Icon size={20} stroke={1.5} aria-hidden="true" />
        <span className={classes.about}>
          <span className={classes.name}>{file.fileName}</span>
          <span className={classes.reason}>
            {t(
              fetching
                ? 'files.fetching'
                : file.state === 'TOO_LARGE'
                  ? 'files.tooLarge'
                  : 'files.failed',
            )}
          </span>
        </span>
      </div>
    );
  }
  return (
    <button
      type="button"
      className={classes.card}
      aria-label={t('files.save', { name: file.fileName })}
      onClick={() => void save()}
    >
      <IconFile size={20} stroke={1.5} aria-hidden="true" />
      <span className={classes.about}>
        <span className={classes.name}>{file.fileName}</span>
        <span className={classes.size}>{fileSize(file.size, t, i18n.language)}</span>
      </span>
      <IconDownload size={16} stroke={1.6} aria-hidden="true" />
    </button>
  );
}
