let last: HTMLMediaElement | null = null;

/** What plays now; what played before falls silent: nobody listens to two people at once. */
export function playAlone(element: HTMLMediaElement): void {
  if (last !== element) last?.pause();
  last = element;
}
