import type { Attachment } from '@tikethet/shared/contracts';
import classes from './Attachments.module.css';
import { FileCard } from './FileCard';
import { useFileUrl } from './useFileUrl';

export function AudioPlayer({ file }: { file: Attachment }) {
  const { src, broken, expired } = useFileUrl(file, 'url');
  if (broken) return <FileCard file={file} />;
  return (
    <audio
      className={classes.audio}
      controls
      preload="metadata"
      src={src}
      aria-label={file.fileName}
      onError={expired}
    />
  );
}

export function VideoPlayer({ file }: { file: Attachment }) {
  const { src, broken, expired } = useFileUrl(file, 'url');
  if (broken) return <FileCard file={file} />;
  return (
    <video
      className={classes.video}
      controls
      preload="metadata"
      src={src}
      aria-label={file.fileName}
      onError={expired}
      style={file.width && file.height ? { aspectRatio: `${file.width} / ${file.height}` } : {}}
    />
  );
}
