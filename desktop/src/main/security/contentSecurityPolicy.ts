import { FILE_SCHEME } from '../../ipc/channels';

/**
 * What the renderer may load. Styles allow `unsafe-inline` because Mantine writes its variables
 * into style elements; nothing else does, and no text of a person is ever rendered as HTML.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  `img-src 'self' ${FILE_SCHEME}: data: blob:`,
  `media-src ${FILE_SCHEME}: blob:`,
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer of the renderer's own scheme. */
export const CONSOLE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};
