import type { DeliveryReason } from '@tikethet/shared/deliveries';

/** One call of the Bot API, ready to be made. */
export interface OutCall {
  method: string;
  /** Made when its turn comes: it may open files. */
  params: () => Record<string, unknown>;
  timeoutMs: number;
  /** Made twice, it has the effect of once. */
  repeatable: boolean;
  /** The desk's text stands in the caption of the (first) message. */
  hasCaption: boolean;
  /** The place of what it sends among the message's parts; absent: its place among the calls. */
  part?: number;
  /** Messages that are gone from the chat after it. */
  removes: readonly number[];
  /** The call to make instead when Telegram refuses this one with these words; null: none. */
  instead: (refusal: string) => OutCall | null;
}

/** Milliseconds after which a call is given up. */
export const CALL_TIMEOUT = 15_000;
export const FILE_TIMEOUT = 60_000;

const REPEATABLE = /^(answerCallbackQuery|edit|delete|set)/;

export function outCall(
  method: string,
  params: () => Record<string, unknown>,
  more: Partial<Pick<OutCall, 'timeoutMs' | 'hasCaption' | 'part' | 'removes' | 'instead'>> = {},
): OutCall {
  return {
    method,
    params,
    timeoutMs: CALL_TIMEOUT,
    repeatable: REPEATABLE.test(method),
    hasCaption: false,
    removes: [],
    instead: () => null,
    ...more,
  };
}

/** Nothing can be sent: why, in words for the log and as the code that staff see in theirs. */
export class CannotSend extends Error {
  override name = 'CannotSend';
  constructor(
    message: string,
    readonly reason: DeliveryReason = 'other',
  ) {
    super(message);
  }
}
