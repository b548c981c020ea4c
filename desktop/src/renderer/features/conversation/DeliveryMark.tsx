import {
  IconAlertTriangleFilled,
  IconCheck,
  IconClock,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import type { DeliveryState, Message } from '@tikethet/shared/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import classes from './DeliveryMark.module.css';

type Delivery = NonNullable<Message['delivery']>;

const ICONS = {
  QUEUED: IconClock,
  SENDING: IconClock,
  SENT: IconCheck,
  FAILED: IconAlertTriangleFilled,
  UNKNOWN: IconHelpCircleFilled,
} as const satisfies Record<DeliveryState, unknown>;

/** What became of a message on its way to Telegram. */
export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const Icon = ICONS[delivery.state];
  const text = t(`delivery.${delivery.state}`);
  return (
    <span
      className={classes.mark}
      role="img"
      aria-label={text}
      title={text}
      data-testid="delivery"
      data-state={delivery.state}
    >
      <Icon size={13} stroke={2} aria-hidden="true" />
    </span>
  );
}

/** When it did not arrive, or may not have: why, in words, without asking for it. */
export function DeliveryTrouble({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  if (delivery.state !== 'FAILED' && delivery.state !== 'UNKNOWN') return null;
  return (
    <p className={classes.trouble} data-state={delivery.state} data-testid="delivery-reason">
      <strong>{t(`delivery.${delivery.state}`)}.</strong> {reasonText(delivery, t)}
    </p>
  );
}

const KNOWN = [
  { pattern: /blocked by the user/i, name: 'blocked' },
  { pattern: /chat not found/i, name: 'chatNotFound' },
  { pattern: /deactivated/i, name: 'deactivated' },
  { pattern: /too long/i, name: 'tooLong' },
  { pattern: /too (large|big)|entity too large/i, name: 'tooLarge' },
] as const;

/** Telegram's reason in the person's words; what is not known is shown as Telegram said it. */
function reasonText(delivery: Delivery, t: TFunction): string {
  if (delivery.state === 'UNKNOWN') return t('deliveryReason.unknown');
  const { reason } = delivery;
  if (reason === null) return '';
  const known = KNOWN.find(({ pattern }) => pattern.test(reason));
  return known ? t(`deliveryReason.${known.name}`) : t('deliveryReason.other', { reason });
}
