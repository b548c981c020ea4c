import {
  IconAlertTriangleFilled,
  IconCheck,
  IconClock,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import type { Message } from '@tikethet/shared/contracts';
import type { DeliveryState } from '@tikethet/shared/deliveries';
import { useTranslation } from '../../app/texts';
import classes from './DeliveryMark.module.css';

const ICONS = {
  QUEUED: IconClock,
  SENDING: IconClock,
  SENT: IconCheck,
  FAILED: IconAlertTriangleFilled,
  UNKNOWN: IconHelpCircleFilled,
} as const satisfies Record<DeliveryState, unknown>;

/** What became of a message on its way to Telegram. */
export function DeliveryMark({ delivery }: { delivery: NonNullable<Message['delivery']> }) {
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
