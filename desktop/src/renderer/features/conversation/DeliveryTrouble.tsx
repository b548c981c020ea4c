import { UnstyledButton } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { Message } from '@tikethet/shared/contracts';
import { isResendable } from '@tikethet/shared/deliveries';
import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import type { Rights } from './access';
import classes from './DeliveryMark.module.css';
import { ResendMessage } from './ResendMessage';
import { useResend } from './useResend';

/**
 * Why a message did not arrive, may not have, or still waits, in words and without asking for it;
 * whoever may reply can send it again.
 */
export function DeliveryTrouble({ message, rights }: { message: Message; rights: Rights }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const resend = useResend(message);
  const { delivery } = message;
  if (delivery === null || delivery.reason === null) return null;
  const { state, reason, detail } = delivery;
  if (state === 'SENT') return null;
  const unknown = state === 'UNKNOWN';
  return (
    <div className={classes.trouble} data-state={state}>
      <p className={classes.reason} data-testid="delivery-reason" data-reason={reason}>
        <strong>{t(`delivery.${state}`)}.</strong> {t(`deliveryReason.${reason}`)}
        {reason === 'other' && detail !== null && <> {t('resend.detail', { detail })}</>}
      </p>
      {rights.reply && isResendable(state) && message.deletedAt === null && (
        <UnstyledButton
          className={classes.resend}
          data-testid="resend"
          onClick={() => (unknown ? setAsking(true) : resend())}
        >
          <IconRefresh size={12} stroke={2} aria-hidden="true" /> {t('resend.action')}
        </UnstyledButton>
      )}
      {asking && (
        <ResendMessage
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            resend();
          }}
        />
      )}
    </div>
  );
}
