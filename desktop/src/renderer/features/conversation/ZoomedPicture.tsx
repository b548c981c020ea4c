import type { Attachment } from '@tikethet/shared/contracts';
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from '../../app/texts';
import classes from './Lightbox.module.css';
import { useFileUrl } from './useFileUrl';
import { MIN_ZOOM, zoomByWheel } from './zoom';

/** Of a double click. */
const CLOSER = 2.5;

interface Props {
  picture: Attachment;
  /** 1: it fits into the window. */
  zoom: number;
  onZoom: (zoom: number) => void;
  /** A click beside the picture. */
  onBeside: () => void;
}

/** A picture in its stage: the wheel and a double click make it larger, dragging moves it then. */
export function ZoomedPicture({ picture, zoom, onZoom, onBeside }: Props) {
  const { t } = useTranslation();
  const { src, broken, offline, expired } = useFileUrl(picture, 'url');
  const small = useFileUrl(picture, 'thumbnailUrl');
  const stage = useRef<HTMLDivElement>(null);
  const held = useRef<{ x: number; y: number } | null>(null);
  // Pixels; how wide it is when it fits.
  const [fitted, setFitted] = useState(0);
  const close = zoom > MIN_ZOOM;

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    // React listens to the wheel passively: it could not keep the page from scrolling.
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      onZoom(zoomByWheel(zoom, event.deltaY));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [zoom, onZoom]);

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const from = held.current;
    const element = stage.current;
    if (!from || !element) return;
    element.scrollBy(from.x - event.clientX, from.y - event.clientY);
    held.current = { x: event.clientX, y: event.clientY };
  };
  return (
    <div
      ref={stage}
      className={classes.stage}
      data-zoomed={close || undefined}
      onClick={(event) => !close && event.target === event.currentTarget && onBeside()}
      onDoubleClick={() => onZoom(close ? MIN_ZOOM : CLOSER)}
      onPointerDown={(event) => {
        if (close) held.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={drag}
      onPointerUp={() => (held.current = null)}
      onPointerLeave={() => (held.current = null)}
    >
      {broken && offline ? (
        <figure className={classes.small}>
          {!small.broken && (
            <img src={small.src} alt={picture.fileName} onError={small.expired} draggable={false} />
          )}
          <figcaption role="note" data-testid="picture-offline">
            {t('viewer.offline')}
          </figcaption>
        </figure>
      ) : broken ? (
        <p>{t('files.missing')}</p>
      ) : (
        <img
          className={classes.picture}
          style={close ? { width: fitted * zoom, maxWidth: 'none', maxHeight: 'none' } : {}}
          src={src}
          alt={picture.fileName}
          draggable={false}
          onLoad={(event) => setFitted(event.currentTarget.clientWidth)}
          onError={expired}
        />
      )}
    </div>
  );
}
