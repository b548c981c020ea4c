import type { Ticket } from '@tikethet/shared/contracts';
import { parseMarkdown, toPlainText } from '@tikethet/shared/markdown';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from '../../api/api';
import { useCategory } from '../../api/queries';
import { useFormat } from '../../i18n/format';
import { CategoryIcon } from '../../ui/CategoryIcon';
import { StatusBadge } from '../../ui/StatusBadge';

/** One line of the newest message. Staff may have written Markdown: its marks are taken away. */
function previewText({ content, fromStaff }: NonNullable<Ticket['lastMessage']>): string {
  return fromStaff ? toPlainText(parseMarkdown(content)) : content;
}

interface TicketRowProps {
  ticket: Ticket;
  selected: boolean;
  onChoose: (id: string) => void;
}

function TicketRowView({ ticket, selected, onChoose }: TicketRowProps) {
  const { t } = useTranslation(['miniapp', 'common']);
  const format = useFormat();
  const category = useCategory(ticket.categoryId);
  const { lastMessage } = ticket;
  const mine = lastMessage?.authorId === session.user()?.id;
  const preview = !lastMessage
    ? t('tickets.noMessages')
    : previewText(lastMessage) || t('common:messageKind.OTHER');

  return (
    <li>
      <button
        type="button"
        className="row"
        data-testid="ticket-item"
        data-number={ticket.number}
        aria-current={selected || undefined}
        onClick={() => onChoose(ticket.id)}
      >
        <CategoryIcon category={category} />
        <span className="row-body">
          <span className="row-line">
            <span className="row-title">{ticket.title}</span>
            <time className="row-time" dateTime={ticket.updatedAt}>
              {format.short(ticket.updatedAt)}
            </time>
          </span>
          <span className="row-preview">
            {lastMessage && mine && <span className="row-you">{t('tickets.you')}: </span>}
            {preview}
          </span>
          <span className="row-foot">
            <span className="row-number">#{ticket.number}</span>
            <StatusBadge status={ticket.status} />
          </span>
        </span>
      </button>
    </li>
  );
}

/** One ticket of the list: what it is about, what was said last, how it stands. */
export const TicketRow = memo(TicketRowView);
