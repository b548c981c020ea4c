import type { Attachment, Message } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../files/saveFile';
import { useFreshAttachment } from '../../files/useFreshAttachment';
import { useErrorText } from '../../i18n/errorText';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { showToast } from '../../ui/Toast';

/** Every picture of the conversation, oldest first. */
export function picturesOf(messages: readonly Message[]): Attachment[] {
  return messages
    .filter((message) => message.deletedAt === null)
    .flatMap((message) => message.attachments)
    .filter((one) => one.kind === 'IMAGE' && one.state === 'READY');
}

function Large({
  given,
  zoomed,
  onZoom,
}: {
  given: Attachment;
  zoomed: boolean;
  onZoom: () => void;
}) {
  const { attachment, renew } = useFreshAttachment(given);
  return (
    <div className="lightbox-stage" data-zoomed={zoomed}>
      <img src={attachment.url} alt={attachment.fileName} onError={renew} onClick={onZoom} />
    </div>
  );
}

interface LightboxProps {
  pictures: readonly Attachment[];
  startId: string;
  onClose: () => void;
}

/** Pictures at full size: arrows or a swipe go on, a tap zooms, back closes. */
export function Lightbox({ pictures, startId, onClose }: LightboxProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pictures.findIndex((one) => one.id === startId),
    ),
  );
  const [zoomed, setZoomed] = useState(false);
  const [touchX, setTouchX] = useState<number | null>(null);
  const picture = pictures[at];
  if (!picture) return null;
  const go = (by: number): void => {
    setZoomed(false);
    setAt((now) => Math.min(pictures.length - 1, Math.max(0, now + by)));
  };
  return (
    <Sheet kind="full" label={picture.fileName} onClose={onClose}>
      <div
        className="lightbox"
        data-testid="lightbox"
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') go(-1);
          if (event.key === 'ArrowRight') go(1);
        }}
        onTouchStart={(event) => {
          const only = event.touches.length === 1 ? event.touches[0] : undefined;
          setTouchX(only && !zoomed ? only.clientX : null);
        }}
        onTouchEnd={(event) => {
          const end = event.changedTouches[0];
          if (touchX === null || !end) return;
          const moved = end.clientX - touchX;
          if (Math.abs(moved) > 60) go(moved < 0 ? 1 : -1);
        }}
      >
        <div className="lightbox-bar">
          <button
            type="button"
            className="icon-button"
            aria-label={t('actions.close')}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
          <span className="lightbox-name">
            {pictures.length > 1 && t('chat.counter', { at: at + 1, of: pictures.length })}
          </span>
          <button
            type="button"
            className="icon-button"
            aria-label={t('files.open', { name: picture.fileName })}
            onClick={() => {
              saveFile(picture).catch((error: unknown) => showToast(errorText(error)));
            }}
          >
            <Icon name="down" />
          </button>
        </div>
        <Large key={picture.id} given={picture} zoomed={zoomed} onZoom={() => setZoomed(!zoomed)} />
        {at > 0 && (
          <button
            type="button"
            className="lightbox-go previous"
            aria-label={t('chat.previous')}
            onClick={() => go(-1)}
          >
            <Icon name="back" />
          </button>
        )}
        {at < pictures.length - 1 && (
          <button
            type="button"
            className="lightbox-go next"
            aria-label={t('chat.next')}
            onClick={() => go(1)}
          >
            <Icon name="chevron" />
          </button>
        )}
      </div>
    </Sheet>
  );
}
