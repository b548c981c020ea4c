import type { Ticket } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { haptic } from '../../init/telegram';
import { useTicketChange } from './useTicketChange';

const RATES = [1, 2, 3, 4, 5] as const;

/** One tap rates; a comment may follow. */
export function RatingCard({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation(['miniapp', 'ticket']);
  const change = useTicketChange(ticket);
  const [chosen, setChosen] = useState<number | null>(null);
  const [comment, setComment] = useState(ticket.ratingComment ?? '');
  const [open, setOpen] = useState(ticket.rating === null);
  const rating = chosen ?? ticket.rating;
  const named = RATES.find((one) => one === rating);

  const rate = async (value: number): Promise<void> => {
    haptic('select');
    setChosen(value);
    // The comment that is being written stays; it is sent with the button.
    if (!(await change.rate(value, ticket.ratingComment ?? ''))) setChosen(null);
  };
  const sendComment = async (): Promise<void> => {
    if (rating !== null && (await change.rate(rating, comment.trim()))) setOpen(false);
  };

  if (!open && ticket.rating !== null) {
    return (
      <div className="rating-card thanks" role="status" data-testid="rated">
        <span className="rating-given" aria-hidden="true">
          {'★'.repeat(ticket.rating)}
          <span>{'★'.repeat(5 - ticket.rating)}</span>
        </span>
        <span>{t('ticket:rateThanks')}</span>
        <button type="button" className="text-button" onClick={() => setOpen(true)}>
          {t('ticket:rateChange')}
        </button>
      </div>
    );
  }
  return (
    <div className="rating-card">
      <h2>{t('ticket:rateTitle')}</h2>
      <p>{named ? t(`ticket:rates.r${named}`) : t('ticket:rateText')}</p>
      <div className="stars" role="group" aria-label={t('ticket:rating')}>
        {RATES.map((one) => (
          <button
            key={one}
            type="button"
            data-testid={`rate-${one}`}
            aria-label={`${one} — ${t(`ticket:rates.r${one}`)}`}
            aria-pressed={rating === one}
            data-lit={rating !== null && one <= rating}
            onClick={() => void rate(one)}
          >
            ★
          </button>
        ))}
      </div>
      {rating !== null && (
        <>
          <textarea
            className="rating-comment"
            data-testid="rating-comment"
            rows={2}
            maxLength={LIMITS.ratingComment}
            value={comment}
            placeholder={t('ticket:rateComment')}
            aria-label={t('ticket:rateComment')}
            onChange={(event) => setComment(event.target.value)}
          />
          <button
            type="button"
            className="button"
            data-testid="rating-send"
            disabled={change.busy}
            onClick={() => void sendComment()}
          >
            {t('ticket:rateSend')}
          </button>
        </>
      )}
    </div>
  );
}
