import type { Ticket } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { Link } from '../../ui/Link';
import { fullTime } from '../../ui/time';
import classes from './CustomerPane.module.css';
import { Fact } from './Fact';

/** Where the ticket came from and when what happened. */
export function TicketFacts({ ticket }: { ticket: Ticket }) {
  const { t, i18n } = useTranslation();
  const at = (iso: string) => <time dateTime={iso}>{fullTime(iso, i18n.language)}</time>;
  return (
    <section className={classes.section} aria-label={t('customer.details')}>
      <h3 className={classes.heading}>{t('customer.details')}</h3>
      <dl className={classes.facts}>
        <Fact name={t('ticket.channel')}>{t(`channel.${ticket.channel}`)}</Fact>
        <Fact name={t('customer.messages')}>{ticket.messageCount}</Fact>
        <Fact name={t('ticket.created')}>{at(ticket.createdAt)}</Fact>
        {ticket.firstResponseAt !== null && (
          <Fact name={t('ticket.firstResponse')}>{at(ticket.firstResponseAt)}</Fact>
        )}
        {ticket.resolvedAt !== null && (
          <Fact name={t('status.RESOLVED')}>{at(ticket.resolvedAt)}</Fact>
        )}
        {ticket.closedAt !== null && <Fact name={t('status.CLOSED')}>{at(ticket.closedAt)}</Fact>}
        {ticket.rating !== null && (
          <Fact name={t('ticket.rating')}>
            {t('ticket.ratingValue', { count: ticket.rating })}
            {ticket.ratingComment !== null && (
              <span className={classes.comment}>{ticket.ratingComment}</span>
            )}
          </Fact>
        )}
      </dl>
      {ticket.linkedTicketId !== null && (
        <Link className={classes.link} to={`/inbox/active/${ticket.linkedTicketId}`}>
          {t('ticket.continues')}
        </Link>
      )}
    </section>
  );
}
