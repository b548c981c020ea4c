import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Milliseconds between two looks: a dead connection would tell of itself after most of a minute. */
const LOOK_EVERY = 1_000;

/** Addresses that lead somewhere, as one text; a bridge of containers that comes and goes has none. */
function addresses(): string {
  const all = Object.values(networkInterfaces()).flatMap(
    (list): NetworkInterfaceInfo[] => list ?? [],
  );
  return all
    .filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address))
    .map(({ address }) => address)
    .sort()
    .join(' ');
}

/**
 * Tells when the computer is in another network than a moment ago, or in none: no system event says
 * so everywhere, and the old connection hangs without a word.
 * @param look what the network is known by
 * @returns ends it
 */
export function watchNetwork(changed: () => void, look: () => string = addresses): () => void {
  let known = look();
  const timer = setInterval(() => {
    const now = look();
    if (now === known) return;
    known = now;
    changed();
  }, LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
