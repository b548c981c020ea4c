/** The rule of what the console keeps on its computer. The settings show it. */
export const WORKING_SET = {
  /** Days that a finished ticket stays after it was last touched. */
  days: 30,
  /** Tickets at most; the finished ones that were touched longest ago leave first. */
  tickets: 100_000,
  /** Bytes of thumbnails; those of the oldest messages leave first. */
  thumbnailBytes: 256 * 1024 * 1024,
  /** Answers of the desk to other questions. */
  answers: 300,
} as const;
