import { useVirtualizer } from '@tanstack/react-virtual';
import type { Ticket } from '@tikethet/shared/contracts';
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
  type Ref,
} from 'react';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import classes from './TicketList.module.css';
import { TicketRow, type RowSelection } from './TicketRow';

/** Pixels: two lines and their air. */
const ROW = 62;

export interface TicketListHandle {
  /** Moves the focus to a ticket, scrolling as far as needed. */
  focus(id: string): void;
}

interface Props {
  tickets: Ticket[];
  /** Rows before the first of these that are not in memory. */
  above: number;
  /** Rows known to exist. */
  total: number;
  /** Whether `total` is all there are. */
  complete: boolean;
  selected: ReadonlyMap<string, unknown>;
  selection: RowSelection;
  hrefOf: (id: string) => string;
  onFocus: (id: string) => void;
  onOpen: (id: string) => boolean;
  /** These rows are on screen, or nearly. */
  onNeed: (from: number, to: number) => void;
  foot: ReactNode;
  handle: Ref<TicketListHandle>;
}

/**
 * Draws only the rows that can be seen, of a list of any length; what is being read stays put while
 * others move above it. Which ticket is open its row knows: the list is not drawn for that.
 */
export const TicketList = memo(function TicketList(props: Props) {
  const { tickets, above, total, onNeed, selected } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { categories } = useCategories();
  const emojis = useMemo(
    () => new Map(categories.map((category) => [category.id, category.icon])),
    [categories],
  );

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => tickets[index - above]?.id ?? index,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => onNeed(from, to), [from, to, onNeed]);

  // A ticket that jumps to the top must not push away what somebody is looking at.
  const anchor = useRef<{ id: string; index: number } | null>(null);
  const hold = useCallback(() => {
    const index = Math.floor((scroller.current?.scrollTop ?? 0) / ROW);
    const ticket = tickets[index - above];
    anchor.current = ticket ? { id: ticket.id, index } : null;
  }, [tickets, above]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const held = anchor.current;
    if (element && held && element.scrollTop > ROW / 2) {
      const at = tickets.findIndex((ticket) => ticket.id === held.id);
      const index = at + above;
      if (at >= 0 && index !== held.index) element.scrollTop += (index - held.index) * ROW;
    }
    hold();
  }, [tickets, above, hold]);

  useImperativeHandle(props.handle, () => ({
    focus(id) {
      const at = tickets.findIndex((ticket) => ticket.id === id);
      if (at < 0) return;
      const element = scroller.current;
      if (element === null) return;
      const start = (at + above) * ROW;
      const end = start + ROW - element.clientHeight;
      if (start < element.scrollTop) element.scrollTop = start;
      else if (end > element.scrollTop) element.scrollTop = end;
      const find = () => element.querySelector<HTMLElement>(`[data-ticket-id="${CSS.escape(id)}"]`);
      const row = find();
      if (row) row.focus({ preventScroll: true });
      else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
    },
  }));

  return (
    <div
      className={classes.scroller}
      ref={scroller}
      onScroll={hold}
      data-selecting={selected.size > 0 || undefined}
    >
      <div role="list" aria-label={t('list.label')} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const ticket = tickets[item.index - above];
          return (
            <div
              key={item.key}
              role="listitem"
              className={classes.item}
              style={{ height: ROW, transform: `translateY(${item.start}px)` }}
              aria-setsize={props.complete ? total : -1}
              aria-posinset={item.index + 1}
            >
              {ticket === undefined ? (
                <div className={classes.blank} aria-hidden="true" />
              ) : (
                <TicketRow
                  ticket={ticket}
                  href={props.hrefOf(ticket.id)}
                  selected={selected.has(ticket.id)}
                  selection={props.selection}
                  emoji={emojis.get(ticket.categoryId) ?? ''}
                  onFocus={props.onFocus}
                  onOpen={props.onOpen}
                />
              )}
            </div>
          );
        })}
      </div>
      {props.foot}
    </div>
  );
});
