import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useConnection } from '../../app/connection';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import classes from './FormDialog.module.css';

interface Props {
  title: string;
  /** The word on the button that saves. */
  action?: string;
  danger?: boolean;
  saving: boolean;
  /** Why it was not saved, for people; null: nothing went wrong. */
  trouble: string | null;
  /** Another way out of the trouble. */
  remedy?: ReactNode;
  /** False: something is missing or nothing was changed. */
  ready: boolean;
  testId: string;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A few fields in a dialog. It stays until the desk has taken them, and says why when it has not. */
export function FormDialog(props: Props) {
  const { title, saving, trouble, ready, testId, danger = false, onSave, onClose } = props;
  const { t } = useTranslation();
  const offline = useConnection().status === 'offline';
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        className={classes.form}
        data-testid={testId}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !offline && !saving) onSave();
        }}
      >
        {props.children}
        {trouble !== null && (
          <Alert color="red" role="alert">
            {trouble}
          </Alert>
        )}
        {props.remedy}
        {offline && <Alert color="yellow">{t('setup.offline')}</Alert>}
        <DialogButtons onCancel={onClose} mt="xs">
          <Button
            type="submit"
            color={danger ? 'red' : undefined}
            loading={saving}
            disabled={!ready || offline}
            data-testid="form-save"
          >
            {props.action ?? t('setup.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
