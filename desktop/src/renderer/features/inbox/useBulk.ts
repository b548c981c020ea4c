import { notifications } from '@mantine/notifications';
import type { Ticket } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import { useBridge } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { usePreferences } from '../../app/preferences';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { createBulkSender } from './bulkSender';
import { canChange, changed, reachesPeople, type BulkChange } from './changes';

/** The words of the newest offer to take something back. */
let offered: string | null = null;

/**
 * Changes many tickets as if each had been changed by itself: a command each, kept and shown before
 * the desk knows, and one way back for all of them. What people would be told of leaves only when it
 * cannot be taken back any more.
 */
export function useBulk() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { me, desk, writer } = useDesk();
  const { undoSeconds } = usePreferences().preferences;
  const toasts = useToasts();

  return useMemo(() => {
    const { send } = createBulkSender({
      bridge,
      desk,
      writer,
      failed(failures) {
        const [first] = failures;
        if (first === undefined) return;
        const what =
          failures.length === 1
            ? `#${first.number}`
            : t('bulk.failed', { count: failures.length, number: first.number });
        toasts.failed(what, first.error, () => failures.forEach(({ repeat }) => repeat()));
      },
    });

    return {
      /**
       * Changes those of the tickets that can change so, and offers to take it back.
       * @param what the change in words, for the toast
       * @returns the tickets as they will be
       */
      run: (tickets: readonly Ticket[], change: BulkChange, what: string): Ticket[] => {
        const current = tickets.map((ticket) => desk.find(ticket.id) ?? ticket);
        const able = current.filter((ticket) => canChange(ticket, change));
        if (able.length === 0) {
          toasts.trouble(what, t('bulk.nothing'));
          return current;
        }
        const seconds = reachesPeople(change, me.id) ? undoSeconds : 0;
        const steps = able.map((ticket) => ({ ticket, change }));
        const takeBack = send(steps, seconds);
        const left = current.length - able.length;
        const count = t('bulk.changed', { count: able.length });
        const note = left === 0 ? '' : ` ${t('bulk.left', { count: left })}`;
        const message = `${what}: ${count}.${note}`;
        // Only the last thing can be taken back: an older offer makes room for this one.
        if (offered !== null) notifications.hide(`undo-${offered}`);
        offered = message;
        toasts.undoable(message, t('bulk.undo'), () => void takeBack(), seconds);
        return current.map((ticket) => (able.includes(ticket) ? changed(ticket, change) : ticket));
      },
    };
  }, [bridge, desk, me.id, t, toasts, undoSeconds, writer]);
}
