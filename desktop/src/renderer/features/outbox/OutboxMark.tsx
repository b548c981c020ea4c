import { Drawer } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import { useBridge, type QueuedItem } from '../../app/bridge';
import { useDesk } from '../../app/DeskProvider';
import { useStore } from '../../app/store';
import { useTranslation } from '../../app/texts';
import cards from '../../ui/Cards.module.css';
import { EmptyState } from '../../ui/EmptyState';
import { useCountdown } from '../../ui/useCountdown';
import classes from './Outbox.module.css';
import { OutboxItem } from './OutboxItem';
import { queueOpened } from './queuePanel';

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function isFresh({ dueAt, state }: QueuedItem): boolean {
  return state === 'waiting' && dueAt !== null && Date.parse(dueAt) > Date.now();
}

/** What can still be taken back, and what follows it on the same tickets. */
function freshOf(items: readonly QueuedItem[]): QueuedItem[] {
  const tickets = new Set(items.filter(isFresh).map(({ ticketId }) => ticketId));
  return items.filter(({ ticketId, state }) => state === 'waiting' && tickets.has(ticketId));
}

/** How much is not sent yet, always in sight while there is any; opens the queue. */
export function OutboxMark() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const { outbox } = useDesk();
  const { unsent: all, held, items } = useStore(outbox, (state) => state);
  // What can still be taken back is no news: it goes by itself in a moment.
  const dueAt = items.map((item) => item.dueAt).reduce(later, null);
  const counting = useCountdown(dueAt) > 0;
  const unsent = counting ? all - freshOf(items).length : all;
  const opened = useStore(queueOpened, (is) => is);
  const close = () => queueOpened.set(false);
  return (
    <>
      {unsent > 0 && (
        <button
          type="button"
          className={classes.mark}
          data-held={held > 0}
          data-testid="outbox-mark"
          onClick={() => queueOpened.set(true)}
        >
          <IconCloudUpload size={14} stroke={1.8} aria-hidden="true" />
          {t('outbox.open', { count: unsent })}
        </button>
      )}
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        title={t('outbox.title')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        {items.length === 0 ? (
          <EmptyState title={t('outbox.empty')}>{t('outbox.emptyHelp')}</EmptyState>
        ) : (
          <ul className={cards.cards}>
            {items.map((item) => (
              <OutboxItem
                key={item.key}
                item={item}
                onOpen={close}
                onDecide={(decision) => void bridge.outbox.decide(item.key, decision)}
              />
            ))}
          </ul>
        )}
        {items.length < unsent && (
          <p className={classes.more}>{t('outbox.more', { shown: items.length, count: unsent })}</p>
        )}
      </Drawer>
    </>
  );
}
