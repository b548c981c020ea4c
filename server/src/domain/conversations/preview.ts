/** Characters of a message that lists show. */
const LENGTH = 200;

/** The beginning of a message for lists; never cut inside a character. */
export function preview(content: string): string {
  const letters = Array.from(content);
  return letters.length <= LENGTH ? content : `${letters.slice(0, LENGTH - 1).join('')}…`;
}
