import { Button } from '@mantine/core';
import { useCustomerTickets } from '../../app/queries/people';
import { useTranslation } from '../../app/texts';
import { Link } from '../../ui/Link';
import { RelativeTime } from '../../ui/RelativeTime';
import { StatusIcon } from '../../ui/StatusIcon';
import classes from './CustomerPane.module.css';

/** What else this customer asked: nobody should have to repeat themselves. */
export function OtherTickets({ customerId, openId }: { customerId: string; openId: string }) {
  const { t } = useTranslation();
  const query = useCustomerTickets(customerId);
  // What was merged stands in the ticket that it is a part of.
  const all = (query.data?.items ?? []).filter(({ mergedInto }) => mergedInto === null);
  const others = all.filter(({ id }) => id !== openId);
  const more = query.data !== undefined && query.data.nextCursor !== null;
  return (
    <section className={classes.section} aria-label={t('customer.others')}>
      <h3 className={classes.heading}>
        {t('customer.others')}
        {query.data && (
          <span className={classes.muted}>
            {others.length}
            {more && '+'}
          </span>
        )}
      </h3>
      {query.data === undefined ? (
        query.isError ? (
          <p className={classes.muted}>
            {t('customer.othersFailed')}{' '}
            <Button
              variant="transparent"
              size="compact-xs"
              px={0}
              onClick={() => void query.refetch()}
            >
              {t('app.retry')}
            </Button>
          </p>
        ) : (
          <div className={classes.skeleton} aria-hidden="true" />
        )
      ) : others.length === 0 ? (
        <p className={classes.muted}>{t('customer.othersNone')}</p>
      ) : (
        <ul className={classes.tickets}>
          {others.map((ticket) => (
            <li key={ticket.id}>
              <Link className={classes.ticket} to={`/inbox/active/${ticket.id}`}>
                <StatusIcon status={ticket.status} size={12} />
                <span className="visuallyHidden">{t(`status.${ticket.status}`)}</span>
                <span className={classes.ticketTitle} title={ticket.title}>
                  <span className={classes.muted}>#{ticket.number}</span> {ticket.title}
                </span>
                <RelativeTime at={ticket.updatedAt} className={classes.muted} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
