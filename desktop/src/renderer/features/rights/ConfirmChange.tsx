import { useTranslation } from '../../app/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import type { AskedChange } from './useChangePermission';

/** Asks before a right of several roles changes with one click. */
export function ConfirmChange({
  asked: { change, roles },
  onDecide,
}: {
  asked: AskedChange;
  onDecide: (yes: boolean) => void;
}) {
  const { t } = useTranslation();
  const values = {
    action: t(`rights.may.${change.permission}`),
    roles: roles
      .filter((role) => role !== change.role)
      .map((role) => t(`role.${role}`))
      .join(', '),
  };
  const { allowed } = change;
  return (
    <ConfirmDialog
      danger={!allowed}
      title={t(allowed ? 'rights.askGive' : 'rights.askTake')}
      help={t(allowed ? 'rights.askGiveHelp' : 'rights.askTakeHelp', values)}
      action={t(allowed ? 'rights.give' : 'rights.take')}
      testId="rights-confirm"
      onClose={() => onDecide(false)}
      onConfirm={() => onDecide(true)}
    />
  );
}
