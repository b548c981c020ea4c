import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@tikethet/shared/errors';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Secret } from '../../platform/secret';
import type { Clock } from '../desk';

/** Seconds an access token lives. */
export const ACCESS_SECONDS = 15 * 60;

const ISSUER = 'tikethet';
const AUDIENCE = 'tikethet-api';

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number().int() });
const refreshParts = z.tuple([
  z.uuid(),
  z.string().regex(/^\d{1,9}$/),
  z.string().regex(/^[A-Za-z0-9_-]{43}$/),
]);

export interface AccessClaims {
  userId: string;
  sessionId: string;
  expiresAt: Date;
}

/** What a refresh token says of itself; nothing of it counts before `isAuthentic`. */
export interface RefreshClaims {
  sessionId: string;
  generation: number;
  mac: string;
}

/** Issues and checks the two kinds of tokens. Whether a session still lives is not its business. */
export class TokenService {
  readonly #accessKey: Buffer;
  readonly #refreshKey: Buffer;

  constructor(
    secret: Secret,
    private readonly clock: Clock,
  ) {
    this.#accessKey = deriveKey(secret, 'access token');
    this.#refreshKey = deriveKey(secret, 'refresh token');
  }

  now(): Date {
    return this.clock();
  }

  /** A JWT for one session. */
  async issueAccess(session: { id: string; userId: string }): Promise<string> {
    const now = Math.floor(this.clock().getTime() / 1_000);
    return new SignJWT({ sid: session.id })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(session.userId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + ACCESS_SECONDS)
      .sign(this.#accessKey);
  }

  /** @throws AppError `token_expired`, `invalid_token` for everything else that is wrong with it */
  async verifyAccess(token: string): Promise<AccessClaims> {
    try {
      const { payload } = await jwtVerify(token, this.#accessKey, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: this.clock(),
      });
      const { sub, sid, exp } = claims.parse(payload);
      return { userId: sub, sessionId: sid, expiresAt: new Date(exp * 1_000) };
    } catch (error) {
      throw new AppError(error instanceof errors.JWTExpired ? 'token_expired' : 'invalid_token');
    }
  }

  /** The refresh token of one generation of a session: always the same text. */
  refreshToken(session: { id: string; generation: number; salt: string }): string {
    const { id, generation, salt } = session;
    const mac = this.#mac(id, generation, salt).toString('base64url');
    return Buffer.from(`${id}.${generation}.${mac}`).toString('base64url');
  }

  /** @throws AppError `invalid_refresh_token` when it is not of our shape */
  readRefresh(token: string): RefreshClaims {
    const parsed = refreshParts.safeParse(
      Buffer.from(token, 'base64url').toString('utf8').split('.'),
    );
    if (!parsed.success) throw new AppError('invalid_refresh_token');
    const [sessionId, generation, mac] = parsed.data;
    return { sessionId, generation: Number(generation), mac };
  }

  /** Whether we issued it, for the session with this salt; in constant time. */
  isAuthentic(claimed: RefreshClaims, salt: string): boolean {
    const mac = this.#mac(claimed.sessionId, claimed.generation, salt);
    const given = Buffer.from(claimed.mac, 'base64url');
    return given.length === mac.length && timingSafeEqual(given, mac);
  }

  #mac(sessionId: string, generation: number, salt: string): Buffer {
    return createHmac('sha256', this.#refreshKey)
      .update(`${sessionId}|${generation}|${salt}`)
      .digest();
  }
}

/** One secret, a key of its own for each use. */
function deriveKey(secret: Secret, use: string): Buffer {
  return createHmac('sha256', secret.reveal()).update(use).digest();
}
