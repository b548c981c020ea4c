import { useQueryClient } from '@tanstack/react-query';
import type { Ticket } from '@tikethet/shared/contracts';
import type { BridgeError } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';

const REFUSALS = [
  'same_ticket',
  'other_customer',
  'merged_already',
  'target_closed',
  'too_long',
  'not_merged',
  'merged_further',
  'too_late',
] as const;
type Refusal = (typeof REFUSALS)[number];

function refusalOf({ code, details }: BridgeError): Refusal | null {
  return code === 'not_mergeable'
    ? (REFUSALS.find((one) => one === details['reason']) ?? null)
    : null;
}

type Named = Pick<Ticket, 'id' | 'number'>;

/** Makes tickets one, and takes that back: on screen at once, taken off it with a word if refused. */
export function useMerge() {
  const { t } = useTranslation();
  const { desk, writer } = useDesk();
  const client = useQueryClient();
  const toasts = useToasts();

  const failed = (what: string) => (error: BridgeError, repeat: () => void) => {
    const refusal = refusalOf(error);
    if (refusal === null) toasts.failed(what, error, repeat);
    else toasts.trouble(t('toast.notSaved', { what }), t(`merge.refused.${refusal}`));
  };
  /** Both conversations are others now; the feed tells, this is for what it told before. */
  const readAgain = (...ids: string[]) => {
    for (const id of ids) {
      void client.invalidateQueries({ queryKey: keys.messages(id) });
      void client.invalidateQueries({ queryKey: keys.timeline(id) });
    }
  };

  const unmerge = (source: Named, target: Named): void => {
    writer.write({
      route: 'POST /tickets/{id}/unmerge',
      lane: source.id,
      input: () => ({ id: source.id }),
      settle: (said) => {
        desk.accept(said);
        readAgain(source.id, target.id);
        toasts.done(t('merge.undone', { source: source.number }));
      },
      failed: failed(t('merge.undoWhat')),
    });
  };

  const merge = (source: Ticket, target: Named): void => {
    writer.write({
      route: 'POST /tickets/{id}/merge',
      lane: source.id,
      input: () => ({ id: source.id, targetId: target.id }),
      show: (key) => {
        const mergedInto = { id: target.id, number: target.number };
        desk.patch(source, key, (shown) => ({ ...shown, status: 'CLOSED', mergedInto }));
      },
      settle: (said, key) => {
        desk.bake(source.id, key);
        desk.accept(said);
        readAgain(source.id, target.id);
        const done = t('merge.done', { source: source.number, target: target.number });
        toasts.undoable(done, t('timeline.undo'), () => unmerge(source, target));
      },
      revert: (key) => desk.revert(source.id, key),
      failed: failed(t('merge.what')),
    });
  };

  return { merge, unmerge };
}
