const MINUTE = 60;
const HOUR = 60 * MINUTE;
const MEGABYTE = 1024 * 1024;

/**
 * What one customer may do within a time, in the bot, the Mini App and the API together; beyond it
 * they are told, and nothing that they wrote in Telegram is lost. `RATE_LIMIT_FACTOR` multiplies
 * `most`; `seconds` is the length of the window. Nobody who has a problem comes near these.
 */
export const CUSTOMER_LIMITS = {
  /** Messages; an album is one. */
  messages: { most: 30, seconds: MINUTE },
  /** Commands and buttons of the bot's keyboard. */
  commands: { most: 20, seconds: MINUTE },
  /** Buttons under the bot's messages. */
  presses: { most: 30, seconds: MINUTE },
  ticketsPerHour: { most: 5, seconds: HOUR },
  ticketsPerDay: { most: 20, seconds: 24 * HOUR },
  files: { most: 60, seconds: HOUR },
  bytes: { most: 300 * MEGABYTE, seconds: HOUR },
} as const satisfies Record<string, { most: number; seconds: number }>;

export type CustomerLimit = keyof typeof CUSTOMER_LIMITS;
