import { FocusTrap, Portal } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconX,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { Attachment } from '@tikethet/shared/contracts';
import { useEffect, useState } from 'react';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';
import { errorText } from '../../ui/errorText';
import { IconButton } from '../../ui/IconButton';
import { useToasts } from '../../ui/useToasts';
import classes from './Lightbox.module.css';
import { MAX_ZOOM, MIN_ZOOM, zoomKey, zoomTo } from './zoom';
import { ZoomedPicture } from './ZoomedPicture';

interface Props {
  pictures: readonly Attachment[];
  shown: Attachment;
  onShow: (picture: Attachment) => void;
  onClose: () => void;
}

/**
 * A picture over everything else; arrows lead through all pictures of the conversation, + and - make
 * it larger and smaller, 0 fits it to the window.
 */
export function Lightbox({ pictures, shown, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const toasts = useToasts();
  const [zoom, setZoom] = useState(1);
  const [openedFrom] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (openedFrom instanceof HTMLElement) openedFrom.focus({ preventScroll: true });
    },
    [openedFrom],
  );
  const at = pictures.findIndex(({ id }) => id === shown.id);
  const previous = pictures[at - 1];
  const next = pictures[at + 1];
  const show = (picture: Attachment) => {
    setZoom(1);
    onShow(picture);
  };
  const save = async () => {
    const result = await bridge.saveFile(shown);
    if (!result.ok) toasts.trouble(t('files.saveFailed'), errorText(result.error, t));
  };
  return (
    <Portal>
      <FocusTrap active>
        <div
          className={classes.box}
          role="dialog"
          aria-modal="true"
          aria-label={t('files.viewer')}
          data-testid="lightbox"
          data-zoom={zoom}
          onKeyDown={(event) => {
            const wanted = zoomKey(event.key, zoom);
            if (event.key === 'Escape') onClose();
            else if (event.key === 'ArrowLeft' && previous) show(previous);
            else if (event.key === 'ArrowRight' && next) show(next);
            else if (wanted !== null) setZoom(wanted);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <header className={classes.bar}>
            <span className={classes.name}>{shown.fileName}</span>
            {pictures.length > 1 && (
              <span className={classes.count}>
                {t('viewer.count', { at: at + 1, total: pictures.length })}
              </span>
            )}
            <IconButton
              label={t('viewer.zoomOut')}
              shortcut="−"
              disabled={zoom <= MIN_ZOOM}
              onClick={() => setZoom(zoomTo(zoom, -1))}
            >
              <IconZoomOut size={18} stroke={1.6} />
            </IconButton>
            <IconButton
              label={t('viewer.zoomIn')}
              shortcut="+"
              disabled={zoom >= MAX_ZOOM}
              onClick={() => setZoom(zoomTo(zoom, 1))}
            >
              <IconZoomIn size={18} stroke={1.6} />
            </IconButton>
            <IconButton
              label={t('files.save', { name: shown.fileName })}
              onClick={() => void save()}
            >
              <IconDownload size={18} stroke={1.6} />
            </IconButton>
            <IconButton label={t('app.close')} shortcut="Esc" onClick={onClose} data-autofocus>
              <IconX size={18} stroke={1.6} />
            </IconButton>
          </header>
          <ZoomedPicture
            key={shown.id}
            picture={shown}
            zoom={zoom}
            onZoom={setZoom}
            onBeside={onClose}
          />
          {previous && (
            <div className={classes.left}>
              <IconButton label={t('files.previous')} shortcut="←" onClick={() => show(previous)}>
                <IconChevronLeft size={22} stroke={1.6} />
              </IconButton>
            </div>
          )}
          {next && (
            <div className={classes.right}>
              <IconButton label={t('files.next')} shortcut="→" onClick={() => show(next)}>
                <IconChevronRight size={22} stroke={1.6} />
              </IconButton>
            </div>
          )}
        </div>
      </FocusTrap>
    </Portal>
  );
}
