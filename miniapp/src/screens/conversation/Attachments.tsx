import type { Attachment } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../files/saveFile';
import { useFreshAttachment } from '../../files/useFreshAttachment';
import { useErrorText } from '../../i18n/errorText';
import { useFormat } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { showToast } from '../../ui/Toast';

interface AttachmentsProps {
  attachments: readonly Attachment[];
  onPicture?: (attachmentId: string) => void;
}

function Picture({ given, onOpen }: { given: Attachment; onOpen: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { attachment, renew } = useFreshAttachment(given);
  const { width, height } = attachment;
  return (
    <button
      type="button"
      className="picture"
      aria-label={t('files.picture', { name: attachment.fileName })}
      disabled={!onOpen}
      onClick={onOpen}
    >
      <img
        src={attachment.thumbnailUrl ?? attachment.url}
        alt=""
        loading="lazy"
        decoding="async"
        style={{ aspectRatio: width && height ? `${width} / ${height}` : '4 / 3' }}
        onError={renew}
      />
    </button>
  );
}

function Media({ given }: { given: Attachment }) {
  const { attachment, renew } = useFreshAttachment(given);
  const { fileName, url } = attachment;
  return attachment.kind === 'AUDIO' ? (
    <audio controls preload="none" src={url} aria-label={fileName} onError={renew} />
  ) : (
    <video
      controls
      preload="metadata"
      playsInline
      src={url}
      aria-label={fileName}
      onError={renew}
    />
  );
}

function FileLine({ attachment }: { attachment: Attachment }) {
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

/** A message's files: pictures in a grid, sound and film to play, the rest to save. */
export function Attachments({ attachments, onPicture }: AttachmentsProps) {
  const ready = attachments.filter((one) => one.state === 'READY');
  const pictures = ready.filter((one) => one.kind === 'IMAGE');
  const media = ready.filter((one) => one.kind === 'AUDIO' || one.kind === 'VIDEO');
  const files = attachments.filter((one) => !pictures.includes(one) && !media.includes(one));
  if (attachments.length === 0) return null;
  return (
    <div className="attachments">
      {pictures.length > 0 && (
        <div className="pictures" data-many={pictures.length > 1}>
          {pictures.map((one) => (
            <Picture key={one.id} given={one} onOpen={onPicture && (() => onPicture(one.id))} />
          ))}
        </div>
      )}
      {media.map((one) => (
        <Media key={one.id} given={one} />
      ))}
      {files.map((one) => (
        <FileLine key={one.id} attachment={one} />
      ))}
    </div>
  );
}
