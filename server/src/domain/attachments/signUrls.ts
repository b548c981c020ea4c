import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@tikethet/shared/errors';
import { z } from 'zod';
import type { Secret } from '../../platform/secret';
import type { Clock } from '../desk';

/** Whom an address was given to: anybody of the staff, or one customer. */
export type LinkSubject = 'staff' | `customer:${string}`;

/** Seconds an address lives at most. */
const LIFETIME = 15 * 60;
/** Addresses made within the same step are the same text, so that browsers can cache the file. */
const STEP = 5 * 60;

const signedQuery = z.object({
  e: z.string().regex(/^\d{1,12}$/),
  s: z
    .string()
    .refine((value): value is LinkSubject => /^(staff|customer:[0-9a-f-]{36})$/.test(value)),
  sig: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

/** Makes and checks addresses that work without a bearer token for 10 to 15 minutes. */
export class UrlSigner {
  readonly #key: Buffer;

  constructor(
    secret: Secret,
    private readonly clock: Clock,
  ) {
    this.#key = createHmac('sha256', secret.reveal()).update('file address').digest();
  }

  /** @param path absolute, without a query */
  sign(path: string, subject: LinkSubject): string {
    const now = Math.floor(this.clock().getTime() / 1_000);
    const expires = Math.floor((now + LIFETIME) / STEP) * STEP;
    const sig = this.#mac(path, subject, expires).toString('base64url');
    return `${path}?${new URLSearchParams({ e: String(expires), s: subject, sig }).toString()}`;
  }

  /**
   * Whom the address was given to.
   * @param query of the request, unparsed
   * @throws AppError `invalid_signature` when it is forged, for another path or too old
   */
  verify(path: string, query: unknown): LinkSubject {
    const parsed = signedQuery.safeParse(query);
    if (!parsed.success) throw new AppError('invalid_signature');
    const { e, s, sig } = parsed.data;
    const expected = this.#mac(path, s, Number(e));
    const given = Buffer.from(sig, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new AppError('invalid_signature');
    }
    if (Number(e) * 1_000 <= this.clock().getTime()) {
      throw new AppError('invalid_signature', { reason: 'expired' });
    }
    return s;
  }

  #mac(path: string, subject: string, expires: number): Buffer {
    return createHmac('sha256', this.#key).update(`${path}|${subject}|${expires}`).digest();
  }
}

const BARE = /^\/api\/v1\/attachments\/[0-9a-f-]{36}\/content$/;

function isAttachment(value: object): value is { url: string; thumbnailUrl: string | null } {
  return (
    'url' in value &&
    'thumbnailUrl' in value &&
    'contentType' in value &&
    typeof value.url === 'string' &&
    BARE.test(value.url)
  );
}

/**
 * A copy of anything the API shows (an attachment, a message, a page of them, an event) in which
 * every attachment's addresses are signed for the reader.
 */
export function signAttachments<T>(value: T, signer: UrlSigner, subject: LinkSubject): T {
  return walk(value, signer, subject) as T;
}

function walk(value: unknown, signer: UrlSigner, subject: LinkSubject): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, signer, subject));
  if (typeof value !== 'object' || value === null) return value;
  if (isAttachment(value)) {
    const { url, thumbnailUrl } = value;
    return {
      ...value,
      url: signer.sign(url, subject),
      thumbnailUrl: thumbnailUrl === null ? null : signer.sign(thumbnailUrl, subject),
    };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, walk(item, signer, subject)]),
  );
}
