import type { ConsoleSettings } from '@tikethet/shared/contracts';

/** A reply with its author's signature under it; once, also when it was taken back and goes again. */
export function withSignature(
  content: string,
  { text, isOn }: ConsoleSettings['signature'],
): string {
  const signature = text.trim();
  if (!isOn || signature === '' || content === '' || content.endsWith(signature)) return content;
  return `${content}\n\n${signature}`;
}
