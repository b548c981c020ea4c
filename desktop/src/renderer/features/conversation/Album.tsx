import type { Attachment } from '@tikethet/shared/contracts';
import classes from './Attachments.module.css';
import { Picture } from './Picture';

/** Pictures to a row: as few rows as keep them large enough to be told apart. */
function columnsFor(count: number): number {
  if (count <= 2) return 2;
  return count === 4 ? 2 : 3;
}

/** Pictures that were sent together stand together, one alone in its own shape. */
export function Album({
  pictures,
  onPicture,
}: {
  pictures: readonly Attachment[];
  onPicture: (picture: Attachment) => void;
}) {
  const [only] = pictures;
  if (pictures.length === 1 && only) {
    return <Picture picture={only} onOpen={() => onPicture(only)} />;
  }
  const columns = columnsFor(pictures.length);
  return (
    <div
      className={classes.album}
      data-testid="album"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {pictures.map((picture) => (
        <Picture key={picture.id} picture={picture} square onOpen={() => onPicture(picture)} />
      ))}
    </div>
  );
}
