import type { DeliveryReason } from '@tikethet/shared/deliveries';

/** A message that now stands in the chat. */
export interface SentPart {
  telegramMessageId: number;
  /** Its place in the message; the pictures of an album share one. */
  part: number;
  hasCaption: boolean;
}

/** Why more than the one delivery has to wait. */
export type Pause = 'rate_limited' | 'token_revoked';

interface Why {
  reason: DeliveryReason;
  /** In Telegram's words, or the program's. */
  detail: string;
}

/** What became of one call. */
export type DeliveryOutcome =
  /** Telegram took it; `more`: further calls belong to the delivery. */
  | {
      state: 'SENT';
      parts: readonly SentPart[];
      /** Messages that no longer stand in the chat. */
      removed: readonly number[];
      more: boolean;
    }
  | ({ state: 'FAILED' } & Why)
  /** The answer did not come: it may or may not have arrived. */
  | ({ state: 'UNKNOWN' } & Why)
  /** It certainly had no effect; try again. */
  | ({
      state: 'QUEUED';
      retryAt: Date;
      pause: Pause | null;
      /** The chat has another id from now on. */
      moveTo: number | null;
    } & Why);
