const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ADDRESS = new RegExp(
  `^/api/v1/attachments/(?<id>${UUID})/(?<part>thumbnail|content)(?:[?#]|$)`,
);

/** The folder of a person's store in which small pictures are kept. */
export const THUMBNAIL_FOLDER = 'thumbnails';

/**
 * The name under which a picture of the desk is kept here; null: no such thing is.
 * @param address as the API gives it in `url` and `thumbnailUrl`, signed or not
 */
export function thumbnailName(address: string): string | null {
  const { id, part } = ADDRESS.exec(address)?.groups ?? {};
  return id === undefined || part === undefined ? null : `${id}-${part}`;
}

/** The path at the desk of what is kept under a name. */
export function thumbnailPath(name: string): string {
  const at = name.lastIndexOf('-');
  return `/api/v1/attachments/${name.slice(0, at)}/${name.slice(at + 1)}`;
}
