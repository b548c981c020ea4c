const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FILE = new RegExp(`^/api/v1/attachments/(?<id>${UUID})/(?<part>thumbnail|content)(?:[?#]|$)`);
/** Its last part is another one for another picture of the person. */
const FACE = new RegExp(`^/api/v1/avatars/(?<id>${UUID})/(?<part>[0-9a-f]{1,64})(?:[?#]|$)`);

/** The folder of a person's store in which small pictures are kept. */
export const THUMBNAIL_FOLDER = 'thumbnails';

/**
 * The name under which a picture of the desk is kept here; null: no such thing is.
 * @param address as the API gives it in `url`, `thumbnailUrl` and `avatarUrl`, signed or not
 */
export function thumbnailName(address: string): string | null {
  const { id, part } = (FILE.exec(address) ?? FACE.exec(address))?.groups ?? {};
  return id === undefined || part === undefined ? null : `${id}-${part}`;
}

/** The path at the desk of what is kept under a name. */
export function thumbnailPath(name: string): string {
  const at = name.lastIndexOf('-');
  const part = name.slice(at + 1);
  const kind = part === 'thumbnail' || part === 'content' ? 'attachments' : 'avatars';
  return `/api/v1/${kind}/${name.slice(0, at)}/${part}`;
}
