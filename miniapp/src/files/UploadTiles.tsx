import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { Icon } from '../ui/Icon';
import { REFUSALS, type Upload, type Uploads } from './useUploads';

function Tile({
  upload,
  onRetry,
  onRemove,
}: {
  upload: Upload;
  onRetry: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation(['miniapp', 'common']);
  const format = useFormat();
  const { name, size } = upload;
  const [broken, setBroken] = useState(false);
  // The same file would be refused again for its size or kind.
  const worthRepeating = upload.error === null || !REFUSALS.has(upload.error);
  const percent = Math.round(upload.progress * 100);
  return (
    <li className="tile" data-state={upload.state}>
      {upload.preview !== null && !broken ? (
        <img
          className="tile-picture"
          src={upload.preview}
          alt={name}
          onError={() => setBroken(true)}
        />
      ) : (
        <span className="tile-file">
          <Icon name="file" />
          <span className="tile-name">{name}</span>
          <span className="tile-size">{format.size(size)}</span>
        </span>
      )}
      {(upload.state === 'uploading' || upload.state === 'preparing') && (
        <span
          className="tile-progress"
          role="progressbar"
          aria-label={t('files.uploading', { name, percent })}
          aria-valuenow={percent}
        >
          <span style={{ width: `${Math.max(4, percent)}%` }} />
        </span>
      )}
      {upload.state === 'failed' && !worthRepeating && (
        <span className="tile-retry">
          <Icon name="warning" />
        </span>
      )}
      {upload.state === 'failed' && worthRepeating && (
        <button
          type="button"
          className="tile-retry"
          aria-label={`${t(`common:errors.${upload.error ?? 'internal'}`)} ${t('files.retry', { name })}`}
          onClick={onRetry}
        >
          <Icon name="retry" />
        </button>
      )}
      <button
        type="button"
        className="tile-remove"
        aria-label={t('files.remove', { name })}
        onClick={onRemove}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}

/** The chosen files: picture or name, progress, retry, removal; and why one failed. */
export function UploadTiles({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation(['miniapp', 'common']);
  const reasons = new Set(uploads.uploads.flatMap((one) => (one.error ? [one.error] : [])));
  if (uploads.uploads.length === 0) return null;
  return (
    <>
      <ul className="tiles">
        {uploads.uploads.map((upload) => (
          <Tile
            key={upload.key}
            upload={upload}
            onRetry={() => uploads.retry(upload.key)}
            onRemove={() => uploads.remove(upload.key)}
          />
        ))}
      </ul>
      <div role="status">
        {[...reasons].map((reason) => (
          <p className="field-error" key={reason}>
            {t(`common:errors.${reason}`)}
          </p>
        ))}
        {uploads.refused && (
          <p className="field-error">
            {t('files.tooMany', { count: LIMITS.attachmentsPerMessage })}
          </p>
        )}
      </div>
    </>
  );
}
