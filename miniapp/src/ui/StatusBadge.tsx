import type { TicketStatus } from '@tikethet/shared/tickets';
import { useTranslation } from 'react-i18next';

export function StatusBadge({ status }: { status: TicketStatus }) {
  const { t } = useTranslation('common');
  return (
    <span className="badge" data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
}
