import type { Attachment } from '@tikethet/shared/contracts';
import { AudioPlayer, VideoPlayer } from './Players';
import classes from './Attachments.module.css';
import { FileCard } from './FileCard';
import { Picture } from './Picture';

/** Files of a message: pictures and sound where they stand, everything else to be saved. */
export function Attachments({
  attachments,
  onPicture,
}: {
  attachments: readonly Attachment[];
  onPicture: (picture: Attachment) => void;
}) {
  if (attachments.length === 0) return null;
  const pictures = attachments.filter(({ kind, state }) => kind === 'IMAGE' && state === 'READY');
  const others = attachments.filter((one) => !pictures.includes(one));
  return (
    <div className={classes.files}>
      {pictures.length > 0 && (
        <div className={classes.pictures} data-many={pictures.length > 1 || undefined}>
          {pictures.map((picture) => (
            <Picture key={picture.id} picture={picture} onOpen={() => onPicture(picture)} />
          ))}
        </div>
      )}
      {others.map((file) => {
        if (file.state === 'READY' && file.kind === 'VIDEO') {
          return <VideoPlayer key={file.id} file={file} />;
        }
        if (file.state === 'READY' && file.kind === 'AUDIO') {
          return <AudioPlayer key={file.id} file={file} />;
        }
        return <FileCard key={file.id} file={file} />;
      })}
    </div>
  );
}
