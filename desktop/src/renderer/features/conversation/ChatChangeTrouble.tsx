import type { Message } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import classes from './DeliveryMark.module.css';

/** Says when an edit or a deletion is known at the desk only: the customer still reads the old. */
export function ChatChangeTrouble({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { chatChange, delivery } = message;
  // What never arrived cannot be changed there.
  if (chatChange === null || delivery?.state !== 'SENT') return null;
  const { kind, state } = chatChange;
  if (state !== 'FAILED' && state !== 'UNKNOWN') return null;
  return (
    <div className={classes.trouble} data-state={state}>
      <p className={classes.reason} data-testid="chat-change" data-kind={kind}>
        {t(kind === 'EDIT' ? 'conversation.editedHereOnly' : 'conversation.deletedHereOnly')}
      </p>
    </div>
  );
}
