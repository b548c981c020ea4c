import type { Attachment } from '@tikethet/shared/contracts';
import classes from './Attachments.module.css';
import { FileCard } from './FileCard';
import { playAlone } from './playAlone';
import { useFileUrl } from './useFileUrl';

/**
 * A film where it stands.
 * @param round a video message, as Telegram shows it
 */
export function VideoPlayer({ file, round }: { file: Attachment; round: boolean }) {
  const { src, broken, expired } = useFileUrl(file, 'url');
  if (broken) return <FileCard file={file} />;
  const { width, height } = file;
  return (
    <video
      className={round ? classes.round : classes.video}
      controls
      preload="metadata"
      src={src}
      aria-label={file.fileName}
      onError={expired}
      onPlay={(event) => playAlone(event.currentTarget)}
      style={!round && width && height ? { aspectRatio: `${width} / ${height}` } : {}}
    />
  );
}
