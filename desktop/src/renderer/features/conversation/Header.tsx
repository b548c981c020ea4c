import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconChevronLeft,
  IconLayoutSidebarRight,
} from '@tabler/icons-react';
import type { Ticket } from '@tikethet/shared/contracts';
import { isActive } from '@tikethet/shared/tickets';
import { useImperativeHandle, useRef, type Ref } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import type { PickerHandle } from '../../ui/Picker';
import type { Rights } from './access';
import { AssigneePicker } from './AssigneePicker';
import { CategoryPicker, PriorityPicker, StatusPicker } from './FieldPickers';
import classes from './Header.module.css';
import { SnoozedLine } from './SnoozedLine';
import { SnoozeMenu } from './SnoozeMenu';
import { Tags, type TagsHandle } from './Tags';
import { TicketMenu } from './TicketMenu';
import { TicketTitle } from './TicketTitle';
import type { useTicketActions } from './useTicketActions';
import { Viewers } from './Viewers';

/** Opens what the keyboard asks for. */
export interface HeaderHandle {
  open(field: 'status' | 'priority' | 'category' | 'assignee' | 'tags' | 'snooze'): void;
}

interface Props {
  ticket: Ticket;
  rights: Rights;
  actions: ReturnType<typeof useTicketActions>;
  handle: Ref<HeaderHandle>;
  detailsShown: boolean;
  onDetails: () => void;
  onClose: () => void;
}

/** As high as the fields beside them. */
const small = { size: 'compact-sm', h: 26, fz: 12, flex: 'none' } as const;

/** What the ticket is about, and everything that can be done with it; the rare things in a menu. */
export function Header(props: Props) {
  const { ticket, rights, actions } = props;
  const { t } = useTranslation();
  const { me } = useDesk();
  const status = useRef<PickerHandle>(null);
  const priority = useRef<PickerHandle>(null);
  const category = useRef<PickerHandle>(null);
  const assignee = useRef<PickerHandle>(null);
  const tags = useRef<TagsHandle>(null);
  const snooze = useRef<PickerHandle>(null);
  useImperativeHandle(props.handle, () => ({
    open: (field) =>
      ({ status, priority, category, assignee, tags, snooze })[field].current?.open(),
  }));
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <IconButton label={t('ticket.back')} shortcut="Esc" onClick={props.onClose}>
          <IconChevronLeft size={18} stroke={1.6} />
        </IconButton>
        <TicketTitle ticket={ticket} />
        <Viewers ticketId={ticket.id} />
        {rights.update && <SnoozeMenu ticket={ticket} onSnooze={actions.snooze} handle={snooze} />}
        <TicketMenu ticket={ticket} rights={rights} actions={actions} />
        <IconButton
          label={t('ticket.details')}
          pressed={props.detailsShown}
          onClick={props.onDetails}
        >
          <IconLayoutSidebarRight size={18} stroke={1.6} />
        </IconButton>
      </div>
      <div className={classes.work}>
        <div className={classes.fields}>
          <StatusPicker
            ticket={ticket}
            rights={rights}
            onPick={actions.setStatus}
            handle={status}
          />
          <PriorityPicker
            ticket={ticket}
            rights={rights}
            onPick={actions.setPriority}
            handle={priority}
          />
          <CategoryPicker
            ticket={ticket}
            rights={rights}
            onPick={actions.setCategory}
            handle={category}
          />
          <AssigneePicker
            ticket={ticket}
            rights={rights}
            onPick={actions.assign}
            handle={assignee}
          />
        </div>
        <div className={classes.tags} data-some={ticket.tags.length > 0 || undefined}>
          <Tags
            tags={ticket.tags}
            disabled={!rights.update}
            onChange={actions.setTags}
            handle={tags}
          />
        </div>
        {rights.take && ticket.assigneeId === null && (
          <Button
            {...small}
            variant="default"
            data-testid="take"
            onClick={() => actions.assign(me)}
          >
            {t('ticket.take')}
          </Button>
        )}
        {rights.update &&
          (isActive(ticket.status) ? (
            <Button
              {...small}
              leftSection={<IconCheck size={14} stroke={2} />}
              data-testid="resolve"
              onClick={() => void actions.resolve()}
            >
              {t('ticket.resolve')}
            </Button>
          ) : (
            <Button
              {...small}
              variant="default"
              leftSection={<IconArrowBackUp size={14} stroke={2} />}
              data-testid="reopen"
              onClick={actions.reopen}
            >
              {t('ticket.reopen')}
            </Button>
          ))}
      </div>
      <SnoozedLine ticket={ticket} mayWake={rights.update} onWake={() => actions.snooze(null)} />
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
