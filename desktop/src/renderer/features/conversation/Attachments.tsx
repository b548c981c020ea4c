import type { Attachment, MessageKind } from '@tikethet/shared/contracts';
import { Album } from './Album';
import classes from './Attachments.module.css';
import { AudioPlayer } from './AudioPlayer';
import { FileCard } from './FileCard';
import { VideoPlayer } from './VideoPlayer';

interface Props {
  attachments: readonly Attachment[];
  /** What the message is in Telegram. */
  kind?: MessageKind;
  onPicture: (picture: Attachment) => void;
}

/** Files of a message: pictures, film and sound where they stand, everything else to be saved. */
export function Attachments({ attachments, kind = 'TEXT', onPicture }: Props) {
  if (attachments.length === 0) return null;
  const pictures = attachments.filter((one) => one.kind === 'IMAGE' && one.state === 'READY');
  const others = attachments.filter((one) => !pictures.includes(one));
  return (
    <div className={classes.files}>
      {pictures.length > 0 && <Album pictures={pictures} onPicture={onPicture} />}
      {others.map((file) => {
        if (file.state === 'READY' && file.kind === 'VIDEO') {
          return <VideoPlayer key={file.id} file={file} round={kind === 'VIDEO_NOTE'} />;
        }
        if (file.state === 'READY' && file.kind === 'AUDIO') {
          return <AudioPlayer key={file.id} file={file} />;
        }
        return <FileCard key={file.id} file={file} />;
      })}
    </div>
  );
}
