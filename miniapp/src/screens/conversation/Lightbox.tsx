import type { Attachment, Message } from '@tikethet/shared/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../files/saveFile';
import { useFreshAttachment } from '../../files/useFreshAttachment';
import { useErrorText } from '../../i18n/errorText';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { showToast } from '../../ui/Toast';
import { useZoom } from './useZoom';

/** Every picture of the conversation, oldest first. */
export function picturesOf(messages: readonly Message[]): Attachment[] {
  return messages
    .filter((message) => message.deletedAt === null)
    .flatMap((message) => message.attachments)
    .filter((one) => one.kind === 'IMAGE' && one.state === 'READY');
}

interface LargeProps {
  given: Attachment;
  onGo: (by: 1 | -1) => void;
  onClose: () => void;
}

function Large({ given, onGo, onClose }: LargeProps) {
  const { attachment, renew } = useFreshAttachment(given);
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLImageElement>(null);
  useZoom(stage, picture, { onSwipe: onGo, onDrop: onClose });
  return (
    <div className="lightbox-stage" data-testid="lightbox-stage" ref={stage}>
      <img
        ref={picture}
        src={attachment.url}
        alt={attachment.fileName}
        draggable={false}
        onError={renew}
      />
    </div>
  );
}

interface LightboxProps {
  pictures: readonly Attachment[];
  startId: string;
  onClose: () => void;
}

/** Pictures at full size: arrows or a swipe go on, two fingers or two taps enlarge, back closes. */
export function Lightbox({ pictures, startId, onClose }: LightboxProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pictures.findIndex((one) => one.id === startId),
    ),
  );
  const picture = pictures[at];
  if (!picture) return null;
  const go = (by: number): void => {
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
        <Large key={picture.id} given={picture} onGo={go} onClose={onClose} />
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
