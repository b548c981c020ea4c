let current: HTMLMediaElement | null = null;

/** Called when something begins to play: whatever played before falls silent. */
export function playAlone(element: HTMLMediaElement): void {
  if (current !== element) current?.pause();
  current = element;
}
