import { useEffect, useState } from 'react';
import { useBridge } from '../app/bridge';

/** An address that this renderer may load, of a person's picture; null: not yet, or not at all. */
export function useFace(avatarUrl: string): string | null {
  const bridge = useBridge();
  const [src, setSrc] = useState(() => {
    const given = bridge.faceUrl(avatarUrl);
    return typeof given === 'string' ? given : null;
  });
  useEffect(() => {
    let left = false;
    void Promise.resolve(bridge.faceUrl(avatarUrl)).then((given) => {
      if (!left) setSrc(given);
    });
    return () => {
      left = true;
    };
  }, [bridge, avatarUrl]);
  return src;
}
