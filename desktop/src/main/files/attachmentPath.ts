// Whole segments of harmless signs: no dots to climb by, nothing encoded.
const ATTACHMENT = /^\/api\/v1\/attachments(\/[A-Za-z0-9_-]+){1,4}$/;
const FACE = /^\/api\/v1\/avatars(\/[A-Za-z0-9_-]+){2}$/;
const EXPORT = /^\/api\/v1\/exports(\/[A-Za-z0-9_-]+){2}$/;

function pathOf(address: string, allowed: readonly RegExp[]): string | null {
  if (address.length > 2_000 || !URL.canParse(address, 'http://desk/')) return null;
  const url = new URL(address, 'http://desk/');
  if (url.host !== 'desk' || url.protocol !== 'http:') return null;
  return allowed.some((path) => path.test(url.pathname)) ? url.pathname : null;
}

/**
 * The path on the desk that the address of an attachment or of a person's picture stands for, or null
 * when it is anything else. Only those: the bearer token must not be carried to other doors by an image tag.
 * The signature in its query is left out: main shows the token, and an address that stays the same
 * is loaded once.
 * @param address as the API gives it in `url`, `thumbnailUrl` and `avatarUrl`
 */
export function attachmentPath(address: string): string | null {
  return pathOf(address, [ATTACHMENT, FACE]);
}

/** The same for what a person may save: attachments, and what the desk exports for them. */
export function savablePath(address: string): string | null {
  return pathOf(address, [ATTACHMENT, EXPORT]);
}
