import { Button } from '@mantine/core';
import classes from './ConfirmDialog.module.css';
import { Dialog, DialogButtons } from './Dialog';

interface Props {
  title: string;
  /** What happens, and what cannot be taken back. */
  help: string;
  /** The word on the button that does it. */
  action: string;
  /** It takes something away: the button is red. */
  danger?: boolean;
  testId?: string;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks before something that cannot simply be undone. */
export function ConfirmDialog({
  title,
  help,
  action,
  danger = false,
  testId,
  onClose,
  onConfirm,
}: Props) {
  return (
    <Dialog onClose={onClose} title={title} size="sm">
      <p className={classes.help}>{help}</p>
      <DialogButtons onCancel={onClose}>
        <Button color={danger ? 'red' : undefined} data-testid={testId} onClick={onConfirm}>
          {action}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
