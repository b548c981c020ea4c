import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconBan, IconBrandTelegram } from '@tabler/icons-react';
import type { PersonRef } from '@tikethet/shared/contracts';
import { useCustomerCard } from '../../app/queries/customers';
import { useCustomer } from '../../app/queries/people';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { RelativeTime } from '../../ui/RelativeTime';
import { shortDate } from '../../ui/time';
import { BlockCustomer } from './BlockCustomer';
import { CustomerTags } from './CustomerTags';
import classes from './CustomerPane.module.css';
import { Fact } from './Fact';
import { WriteFirst } from './WriteFirst';

/** The customer, as far as this person may know them. */
export function CustomerCard({ customer }: { customer: PersonRef }) {
  const { t, i18n } = useTranslation();
  const clipboard = useClipboard({ timeout: 1500 });
  const person = useCustomer(customer);
  const notes = useCustomerCard(customer.id);
  const [known, card] = [person.data, notes.data];
  const unread = [person, notes].filter(({ isError, data }) => isError && data === undefined);
  const handle = customer.username === null ? null : `@${customer.username}`;
  return (
    <section
      className={classes.section}
      data-testid="customer-card"
      data-customer-id={customer.id}
      aria-label={t('customer.label')}
    >
      <div className={classes.person}>
        <Avatar person={{ ...customer, avatarUrl: known?.avatarUrl ?? null }} size={40} />
        <div className={classes.who}>
          <h3 className={classes.name}>{customer.displayName}</h3>
          <span className={classes.muted}>{t(`role.${customer.role}`)}</span>
        </div>
      </div>
      {unread.length > 0 && (
        <p className={classes.muted} role="alert">
          {t('customer.failed')}{' '}
          <Button
            variant="transparent"
            size="compact-xs"
            px={0}
            onClick={() => unread.forEach((query) => void query.refetch())}
          >
            {t('app.retry')}
          </Button>
        </p>
      )}
      {known?.botBlocked && (
        <p className={classes.warning}>
          <IconBan size={14} aria-hidden="true" /> {t('customer.botBlocked')}
        </p>
      )}
      {known && !known.isActive && (
        <p className={classes.warning}>
          <IconBan size={14} aria-hidden="true" /> {t('customer.blocked')}
        </p>
      )}
      <dl className={classes.facts}>
        {handle !== null && (
          <Fact name={t('customer.username')}>
            <button
              type="button"
              className={classes.copy}
              aria-label={t('customer.copyUsername', { name: handle })}
              onClick={() => clipboard.copy(handle)}
            >
              <IconBrandTelegram size={14} aria-hidden="true" />
              {clipboard.copied ? t('app.copied') : handle}
            </button>
          </Fact>
        )}
        {known && (
          <>
            {known.telegramId !== null && (
              <Fact name={t('customer.telegramId')}>{known.telegramId}</Fact>
            )}
            <Fact name={t('customer.language')}>{t(`customer.${known.language}`)}</Fact>
            {card?.rating && (
              <Fact name={t('customer.rating')}>
                {t('customer.ratingValue', {
                  average: card.rating.average.toLocaleString(i18n.language),
                  count: card.rating.count,
                })}
              </Fact>
            )}
            {card && (
              <Fact name={t('customer.tickets')}>{t('customer.ticketsValue', card.tickets)}</Fact>
            )}
            <Fact name={t('customer.since')}>{shortDate(known.createdAt, i18n.language)}</Fact>
            {known.lastSeenAt !== null && (
              <Fact name={t('customer.lastSeen')}>
                <RelativeTime at={known.lastSeenAt} />
              </Fact>
            )}
          </>
        )}
      </dl>
      {person.isPending && <div className={classes.skeleton} aria-hidden="true" />}
      {card && <CustomerTags card={card} />}
      <div className={classes.actions}>
        <WriteFirst customer={customer} />
        {known && <BlockCustomer user={known} />}
      </div>
    </section>
  );
}
