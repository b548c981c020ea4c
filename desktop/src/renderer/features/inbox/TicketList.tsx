import { useVirtualizer } from '@tanstack/react-virtual';
import type { Ticket } from '@tikethet/shared/contracts';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type Ref,
  useImperativeHandle,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../../app/queries/categories';
import classes from './TicketList.module.css';
import { TicketRow } from './TicketRow';

/** Pixels: two lines and their air. */
const ROW = 62;

export interface TicketListHandle {
  /** Moves the focus to a ticket, scrolling as far as needed. */
  focus(id: string): void;
}

interface Props {
  tickets: Ticket[];
  openId: string | null;
  hrefOf: (id: string) => string;
  onFocus: (id: string) => void;
  onEnd: () => void;
  foot: React.ReactNode;
  handle: Ref<TicketListHandle>;
}

/** Draws only the rows that can be seen; what is being read stays put while others move above. */
export function TicketList({ tickets, openId, hrefOf, onFocus, onEnd, foot, handle }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { categories } = useCategories();
  const emojis = useMemo(
    () => new Map(categories.map((category) => [category.id, category.icon])),
    [categories],
  );

  const virtual = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => tickets[index]?.id ?? index,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (last >= tickets.length - 10) onEnd();
  }, [last, tickets.length, onEnd]);

  // A ticket that jumps to the top must not push away what somebody is looking at.
  const anchor = useRef<{ id: string; index: number } | null>(null);
  const hold = useCallback(() => {
    const index = Math.floor((scroller.current?.scrollTop ?? 0) / ROW);
    const ticket = tickets[index];
    anchor.current = ticket ? { id: ticket.id, index } : null;
  }, [tickets]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const held = anchor.current;
    if (element && held && element.scrollTop > ROW / 2) {
      const index = tickets.findIndex((ticket) => ticket.id === held.id);
      if (index >= 0 && index !== held.index) element.scrollTop += (index - held.index) * ROW;
    }
    hold();
  }, [tickets, hold]);

  useImperativeHandle(handle, () => ({
    focus(id) {
      const index = tickets.findIndex((ticket) => ticket.id === id);
      if (index < 0) return;
      virtual.scrollToIndex(index);
      const find = () =>
        scroller.current?.querySelector<HTMLElement>(`[data-ticket-id="${CSS.escape(id)}"]`);
      const row = find();
      if (row) row.focus({ preventScroll: true });
      else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
    },
  }));

  return (
    <div className={classes.scroller} ref={scroller} onScroll={hold}>
      <div role="list" aria-label={t('list.label')} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const ticket = tickets[item.index];
          return (
            ticket && (
              <div
                key={item.key}
                role="listitem"
                className={classes.item}
                style={{ height: ROW, transform: `translateY(${item.start}px)` }}
                aria-setsize={tickets.length}
                aria-posinset={item.index + 1}
              >
                <TicketRow
                  ticket={ticket}
                  href={hrefOf(ticket.id)}
                  open={ticket.id === openId}
                  emoji={emojis.get(ticket.categoryId) ?? ''}
                  onFocus={onFocus}
                />
              </div>
            )
          );
        })}
      </div>
      {foot}
    </div>
  );
}
