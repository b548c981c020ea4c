/** Accounts of the demo that journeys act as; `server/src/sandbox/demo/people.ts` makes them. */
/** Has never written: the first words open a ticket. */
export const NEWCOMER = 710_000_109;
/** Has a few tickets. */
export const REGULAR = 710_000_101;
export const MODERATOR = 710_000_203;
export const ADMIN = 710_000_204;
/** Answers tickets. */
export const HELPER = 710_000_201;
