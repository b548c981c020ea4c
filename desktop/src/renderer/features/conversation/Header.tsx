import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconChevronLeft,
  IconLayoutSidebarRight,
} from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { isActive } from '@tikethet/shared/tickets';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { IconButton } from '../../ui/IconButton';
import type { PickerHandle } from '../../ui/Picker';
import type { Rights } from './access';
import { AssigneePicker } from './AssigneePicker';
import { CategoryPicker, PriorityPicker, StatusPicker } from './FieldPickers';
import classes from './Header.module.css';
import { Tags } from './Tags';
import { TicketMenu } from './TicketMenu';
import type { useTicketActions } from './useTicketActions';
import { Viewers } from './Viewers';

interface Props {
  ticket: Ticket;
  rights: Rights;
  actions: ReturnType<typeof useTicketActions>;
  assigneeHandle: Ref<PickerHandle>;
  detailsShown: boolean;
  onDetails: () => void;
  onClose: () => void;
}

/** What the ticket is about, and everything that can be done with it. */
export function Header(props: Props) {
  const { ticket, rights, actions } = props;
  const { t } = useTranslation();
  const { me } = useDesk();
  const mine = ticket.assigneeId === me.id;
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <IconButton label={t('ticket.back')} shortcut="Esc" onClick={props.onClose}>
          <IconChevronLeft size={18} stroke={1.6} />
        </IconButton>
        <h2 className={classes.title} title={ticket.title}>
          <span className={classes.number}>#{ticket.number}</span> {ticket.title}
        </h2>
        <Viewers ticketId={ticket.id} />
        {rights.take && !mine && (
          <Button variant="default" data-testid="take" onClick={() => actions.assign(me)}>
            {t('ticket.take')}
          </Button>
        )}
        {rights.take && mine && (
          <Button variant="default" data-testid="release" onClick={() => actions.assign(null)}>
            {t('ticket.release')}
          </Button>
        )}
        {rights.update &&
          (isActive(ticket.status) ? (
            <Button
              leftSection={<IconCheck size={14} stroke={2} />}
              data-testid="resolve"
              onClick={actions.resolve}
            >
              {t('ticket.resolve')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={14} stroke={2} />}
              data-testid="reopen"
              onClick={actions.reopen}
            >
              {t('ticket.reopen')}
            </Button>
          ))}
        <TicketMenu ticket={ticket} rights={rights} />
        <IconButton
          label={t('ticket.details')}
          pressed={props.detailsShown}
          onClick={props.onDetails}
        >
          <IconLayoutSidebarRight size={18} stroke={1.6} />
        </IconButton>
      </div>
      <div className={classes.fields}>
        <StatusPicker ticket={ticket} rights={rights} onPick={actions.setStatus} />
        <PriorityPicker ticket={ticket} rights={rights} onPick={actions.setPriority} />
        <CategoryPicker ticket={ticket} rights={rights} onPick={actions.setCategory} />
        <AssigneePicker
          ticket={ticket}
          rights={rights}
          onPick={actions.assign}
          handle={props.assigneeHandle}
        />
        <Tags tags={ticket.tags} disabled={!rights.update} onChange={actions.setTags} />
      </div>
      {!rights.work && (
        <p className={classes.readOnly} role="note" data-testid="read-only">
          {rights.own
            ? t('ticket.readOnlyOwn')
            : ticket.assignee
              ? t('ticket.readOnly', { name: ticket.assignee.displayName })
              : t('ticket.readOnlyNobody')}
        </p>
      )}
    </header>
  );
}
