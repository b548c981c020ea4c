import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

interface Props {
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks first: nobody knows whether the customer has the message already. */
export function ResendMessage({ onClose, onConfirm }: Props) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      title={t('resend.confirmTitle')}
      help={t('resend.confirmHelp')}
      action={t('resend.action')}
      testId="resend-confirm"
      onClose={onClose}
      onConfirm={onConfirm}
    />
  );
}
