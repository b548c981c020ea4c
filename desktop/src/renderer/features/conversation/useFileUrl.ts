import type { Attachment } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { unwrap, useBridge } from '../../app/bridge';

/**
 * An address this renderer may load. Addresses are signed for minutes: `expired` is called when
 * one did not load, and asks once for a fresh one.
 */
export function useFileUrl(
  file: Attachment,
  which: 'url' | 'thumbnailUrl',
): { src: string; broken: boolean; expired: () => void } {
  const bridge = useBridge();
  const [fresh, setFresh] = useState<Attachment | null>(null);
  const [broken, setBroken] = useState(false);
  const shown = fresh ?? file;
  return {
    src: bridge.fileUrl(shown[which] ?? shown.url),
    broken,
    expired: () => {
      if (fresh) return setBroken(true);
      unwrap(bridge.read('GET /attachments/{id}', { id: file.id })).then(setFresh, () =>
        setBroken(true),
      );
    },
  };
}
