import { Portal } from '@mantine/core';
import type { Message, Ticket } from '@tikethet/shared/contracts';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { fullTime } from '../../ui/time';
import { inReadingOrder } from '../conversation/timeline';
import { MessageText } from '../conversation/MessageText';
import { PrintedPictures } from './PrintedPictures';
import './print.css';

interface Props {
  ticket: Ticket;
  /** By position. */
  messages: readonly Message[];
  cut: boolean;
  withNotes: boolean;
}

/** A ticket for paper: on screen it is not seen, on paper nothing else is. */
export function PrintSheet({ ticket, messages, cut, withNotes }: Props) {
  const { t, i18n } = useTranslation();
  const { me } = useDesk();
  const at = (iso: string) => fullTime(iso, i18n.language);
  const shown = inReadingOrder(messages).filter(
    ({ internal, deletedAt }) => deletedAt === null && (withNotes || !internal),
  );
  return (
    // A node of its own: what else lies over the console stays off the paper.
    <Portal reuseTargetNode={false}>
      <article className="printSheet" data-testid="print-sheet" aria-hidden="true">
        <h1>
          #{ticket.number} {ticket.title}
        </h1>
        <dl>
          <dt>{t('print.customer')}</dt>
          <dd>{ticket.customer.displayName}</dd>
          <dt>{t('ticket.status')}</dt>
          <dd>{t(`status.${ticket.status}`)}</dd>
          <dt>{t('ticket.priority')}</dt>
          <dd>{t(`priority.${ticket.priority}`)}</dd>
          <dt>{t('print.assignee')}</dt>
          <dd>{ticket.assignee?.displayName ?? t('print.nobody')}</dd>
          <dt>{t('print.created')}</dt>
          <dd>{at(ticket.createdAt)}</dd>
        </dl>
        {cut && <p className="printHint">{t('print.cut', { count: messages.length })}</p>}
        {shown.map((message) => (
          <section key={message.id} className="printMessage" data-internal={message.internal}>
            <h2>
              {message.author.displayName}
              {message.internal && ` · ${t('print.note')}`}
              {message.origin && ` · ${t('timeline.from', message.origin)}`}
              <time dateTime={message.createdAt}>{at(message.createdAt)}</time>
            </h2>
            <MessageText content={message.content} format={message.format} />
            <PrintedPictures attachments={message.attachments} />
          </section>
        ))}
        <footer>
          {t('print.printed', { at: at(new Date().toISOString()), name: me.displayName })}
        </footer>
      </article>
    </Portal>
  );
}
