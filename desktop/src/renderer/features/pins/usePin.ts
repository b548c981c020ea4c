import type { Ticket } from '@tikethet/shared/contracts';
import { useCallback } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

/** Keeps a ticket at hand for this person, or no longer: on screen at once, taken back if refused. */
export function usePin({ id, pinned: isPinned }: Ticket): () => void {
  const { t } = useTranslation();
  const { desk, writer } = useDesk();
  const toasts = useToasts();
  return useCallback(() => {
    const pinned = isPinned !== true;
    writer.write({
      route: 'PUT /tickets/{id}/pin',
      lane: id,
      input: () => ({ id, pinned }),
      show: (key) => {
        const shown = desk.find(id);
        if (shown) desk.patch(shown, key, (known) => ({ ...known, pinned }));
      },
      settle: (said, key) => desk.settle(said, key),
      revert: (key) => desk.revert(id, key),
      failed: (error, repeat) => toasts.failed(t(pinned ? 'pin.add' : 'pin.remove'), error, repeat),
    });
  }, [desk, id, isPinned, t, toasts, writer]);
}
