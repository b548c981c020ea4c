import type { Attachment, MessageKind } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useFreshAttachment } from '../../files/useFreshAttachment';
import { AudioPlayer } from './AudioPlayer';
import { FileLine } from './FileLine';
import { VideoPlayer } from './VideoPlayer';

interface AttachmentsProps {
  attachments: readonly Attachment[];
  kind: MessageKind;
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

/** A message's files: pictures in a grid, sound and film to play, the rest to save. */
export function Attachments({ attachments, kind, onPicture }: AttachmentsProps) {
  const { t } = useTranslation('common');
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
      {media.map((one) => {
        // What Telegram recorded has no name worth reading.
        const name =
          kind === 'VOICE' || kind === 'VIDEO_NOTE' ? t(`messageKind.${kind}`) : one.fileName;
        return one.kind === 'AUDIO' ? (
          <AudioPlayer key={one.id} given={one} name={name} />
        ) : (
          <VideoPlayer key={one.id} given={one} name={name} round={kind === 'VIDEO_NOTE'} />
        );
      })}
      {files.map((one) => (
        <FileLine key={one.id} attachment={one} />
      ))}
    </div>
  );
}
