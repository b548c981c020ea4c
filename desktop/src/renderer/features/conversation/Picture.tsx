import { IconPhotoOff } from '@tabler/icons-react';
import type { Attachment } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import classes from './Attachments.module.css';
import { useFileUrl } from './useFileUrl';

/** Pixels. */
const WIDEST = 360;
const HIGHEST = 320;

/** Its room is kept before it has loaded, so that the conversation does not jump. */
function roomFor({ width, height }: Attachment): { width: number; height: number } {
  if (width === null || height === null || width <= 0 || height <= 0) {
    return { width: 240, height: 180 };
  }
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  return {
    width: Math.max(80, Math.round(width * scale)),
    height: Math.max(60, Math.round(height * scale)),
  };
}

interface Props {
  picture: Attachment;
  /** One of several: cut to a square that fills its cell. */
  square?: boolean;
  onOpen: () => void;
}

export function Picture({ picture, square = false, onOpen }: Props) {
  const { t } = useTranslation();
  const { src, broken, offline, expired } = useFileUrl(picture, 'thumbnailUrl');
  const room = roomFor(picture);
  return (
    <button
      type="button"
      className={classes.picture}
      style={square ? {} : { width: room.width, aspectRatio: `${room.width} / ${room.height}` }}
      data-square={square || undefined}
      aria-label={t('files.open', { name: picture.fileName })}
      onClick={onOpen}
    >
      {broken ? (
        <span className={classes.missing}>
          <IconPhotoOff size={20} stroke={1.5} aria-hidden="true" />
          {t(offline ? 'files.offline' : 'files.missing')}
        </span>
      ) : (
        <img src={src} alt={picture.fileName} onError={expired} draggable={false} />
      )}
    </button>
  );
}
