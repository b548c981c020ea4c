import type { Attachment } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { api } from '../api/api';

/**
 * An attachment whose signed addresses may have run out (they live minutes).
 * `renew` fetches fresh ones, once: a second failure means the file itself is the trouble.
 */
export function useFreshAttachment(given: Attachment): {
  attachment: Attachment;
  renew: () => void;
} {
  const [fresh, setFresh] = useState<{ of: string; attachment: Attachment | null } | null>(null);
  const current = fresh?.of === given.url ? fresh.attachment : null;
  const renew = (): void => {
    if (fresh?.of === given.url) return;
    setFresh({ of: given.url, attachment: null });
    api('GET /attachments/{id}', { id: given.id }).then(
      (attachment) => setFresh({ of: given.url, attachment }),
      // The picture stays empty; its name is still there to be read.
      () => undefined,
    );
  };
  return { attachment: current ?? given, renew };
}
