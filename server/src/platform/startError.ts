/**
 * The program cannot start (or go on) for a reason that a person can mend. The message is ONE
 * sentence that says what is wrong and what to do; `main.ts` prints it alone and exits with 1.
 */
export class StartError extends Error {
  override name = 'StartError';
}
