import type { Attachment } from '@tikethet/shared/contracts';
import { useEffect, useState } from 'react';
import { unwrap, useBridge } from '../../app/bridge';
import { useConnection } from '../../app/connection';

/**
 * An address this renderer may load. Addresses are signed for minutes: `expired` is called when
 * one did not load, and asks once for a fresh one. What did not load is tried again when the
 * network is back; `offline`: until then it cannot be had.
 */
export function useFileUrl(
  file: Attachment,
  which: 'url' | 'thumbnailUrl',
): { src: string; broken: boolean; offline: boolean; expired: () => void } {
  const bridge = useBridge();
  const [fresh, setFresh] = useState<Attachment | null>(null);
  const [broken, setBroken] = useState(false);
  const offline = useConnection().status !== 'online';
  useEffect(() => {
    if (offline) return;
    setBroken(false);
    setFresh(null);
  }, [offline]);
  const shown = fresh ?? file;
  return {
    src: bridge.fileUrl(shown[which] ?? shown.url),
    broken,
    offline,
    expired: () => {
      if (fresh) return setBroken(true);
      unwrap(bridge.read('GET /attachments/{id}', { id: file.id })).then(setFresh, () =>
        setBroken(true),
      );
    },
  };
}
