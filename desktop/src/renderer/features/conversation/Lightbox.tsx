import { FocusTrap, Portal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconX } from '@tabler/icons-react';
import type { Attachment } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../app/bridge';
import { errorText } from '../../ui/errorText';
import { IconButton } from '../../ui/IconButton';
import { useToasts } from '../../ui/useToasts';
import classes from './Lightbox.module.css';
import { useFileUrl } from './useFileUrl';

interface Props {
  pictures: readonly Attachment[];
  shown: Attachment;
  onShow: (picture: Attachment) => void;
  onClose: () => void;
}

/** A picture over everything else; arrows lead through all pictures of the conversation. */
export function Lightbox({ pictures, shown, onShow, onClose }: Props) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const toasts = useToasts();
  const at = pictures.findIndex(({ id }) => id === shown.id);
  const previous = pictures[at - 1];
  const next = pictures[at + 1];
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
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
            else if (event.key === 'ArrowLeft' && previous) onShow(previous);
            else if (event.key === 'ArrowRight' && next) onShow(next);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <header className={classes.bar}>
            <span className={classes.name}>{shown.fileName}</span>
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
          {/* A click beside the picture closes, as everywhere; keys have their own way. */}
          <div
            className={classes.stage}
            onClick={(event) => event.target === event.currentTarget && onClose()}
          >
            <Full key={shown.id} picture={shown} />
          </div>
          {previous && (
            <div className={classes.left}>
              <IconButton label={t('files.previous')} shortcut="←" onClick={() => onShow(previous)}>
                <IconChevronLeft size={22} stroke={1.6} />
              </IconButton>
            </div>
          )}
          {next && (
            <div className={classes.right}>
              <IconButton label={t('files.next')} shortcut="→" onClick={() => onShow(next)}>
                <IconChevronRight size={22} stroke={1.6} />
              </IconButton>
            </div>
          )}
        </div>
      </FocusTrap>
    </Portal>
  );
}

function Full({ picture }: { picture: Attachment }) {
  const { t } = useTranslation();
  const { src, broken, expired } = useFileUrl(picture, 'url');
  if (broken) return <p>{t('files.missing')}</p>;
  return <img className={classes.picture} src={src} alt={picture.fileName} onError={expired} />;
}
