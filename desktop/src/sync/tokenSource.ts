/**
 * Where the engine gets access tokens. The tokens' owner is main; refresh tokens never come here.
 * Both answers are null when the session is over, and reject while a token cannot be had (no
 * network).
 */
export interface TokenSource {
  current(): Promise<string | null>;
  /** After the server refused `stale`: a token that is newer. */
  renew(stale: string | null): Promise<string | null>;
}
