import { Button } from '@mantine/core';
import type { Ticket } from '@tikethet/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from '../../app/texts';
import { Dialog, DialogButtons } from '../../ui/Dialog';
import { RelativeTime } from '../../ui/RelativeTime';
import { StatusIcon } from '../../ui/StatusIcon';
import classes from './TargetDialog.module.css';

interface Props {
  title: string;
  help: string;
  /** What is chosen from the list, for those who do not see it. */
  label: string;
  tickets: readonly Ticket[];
  /** The one that stays; undefined: none can be. */
  target: Ticket | undefined;
  onChoose: (id: string) => void;
  /** The word on the button that makes them one. */
  action: string;
  /** What a journey finds the rows and, with `-confirm`, the button by. */
  testId: string;
  /** Between the help and the list. */
  children?: ReactNode;
  /** Instead of a list with nothing in it. */
  empty?: ReactNode;
  onClose: () => void;
  onConfirm: (target: Ticket) => void;
}

/** Asks which ticket stays when several become one. */
export function TargetDialog(props: Props) {
  const { title, help, label, tickets, target, action, testId, onChoose, onClose } = props;
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!target) return;
          onClose();
          props.onConfirm(target);
        }}
      >
        <p className={classes.help}>{help}</p>
        {props.children}
        {tickets.length === 0 ? (
          props.empty !== undefined && <div className={classes.empty}>{props.empty}</div>
        ) : (
          <div className={classes.list} role="radiogroup" aria-label={label}>
            {tickets.map((ticket) => (
              <label key={ticket.id} className={classes.row} data-testid={`${testId}-target`}>
                <input
                  type="radio"
                  name="target"
                  checked={ticket.id === target?.id}
                  onChange={() => onChoose(ticket.id)}
                />
                <StatusIcon status={ticket.status} size={12} />
                <span className="visuallyHidden">{t(`status.${ticket.status}`)}</span>
                <span className={classes.title}>
                  <span className={classes.muted}>#{ticket.number}</span> {ticket.title}
                </span>
                <RelativeTime at={ticket.updatedAt} className={classes.muted} />
              </label>
            ))}
          </div>
        )}
        <DialogButtons onCancel={onClose}>
          <Button type="submit" disabled={!target} data-testid={`${testId}-confirm`}>
            {action}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
