import { DEFAULT_SETTINGS, SETTING_LIMITS } from '@tikethet/shared/contracts';
import { z } from 'zod';

/** When the desk was heard of last, and how long that is enough. */
export const contact = z.object({
  /** Milliseconds since 1970: the last word of the desk. */
  at: z.number(),
  /** The latest moment that this computer's clock has shown: set back, it does not buy time. */
  latest: z.number(),
  /** Days without a word of the desk after which what is kept here locks. */
  lockDays: z.number().int().min(1).max(SETTING_LIMITS.offlineLockDays.max),
});
export type Contact = z.infer<typeof contact>;

const DAY = 86_400_000;

/** The desk has just answered. */
export function freshContact(now: number, lockDays = DEFAULT_SETTINGS.offlineLockDays): Contact {
  return { at: now, latest: now, lockDays };
}

/** Whether the desk has been silent for too long for its data to stay open here. */
export function isOverdue({ at, latest, lockDays }: Contact, now: number): boolean {
  return Math.max(now, latest) - at > lockDays * DAY;
}
