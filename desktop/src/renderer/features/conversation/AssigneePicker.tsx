import type { Colleague, PersonRef, Ticket } from '@tikethet/shared/contracts';
import type { Ref } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useColleagues } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { colleagueOption } from '../../ui/ColleagueFace';
import { Picker, type PickerHandle } from '../../ui/Picker';
import type { Rights } from './access';

const NOBODY = 'none';

/** Who works on it. Those who may not assign others see a plain name; they can take and release. */
export function AssigneePicker({
  ticket,
  rights,
  onPick,
  handle,
}: {
  ticket: Ticket;
  rights: Rights;
  onPick: (person: PersonRef | null) => void;
  handle: Ref<PickerHandle>;
}) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const people: Colleague[] = [me, ...useColleagues(me.id)];
  const name = ticket.assignee?.displayName ?? t('ticket.assignNobody');
  return (
    <Picker
      label={t('ticket.assignee')}
      valueText={name}
      selected={[ticket.assigneeId ?? NOBODY]}
      disabledReason={rights.assign ? null : t('errors.forbidden')}
      search={{ placeholder: t('ticket.assignSearch'), empty: t('ticket.assignNone') }}
      testId="assign-select"
      compact={ticket.assigneeId === null}
      handle={handle}
      options={[
        {
          value: NOBODY,
          label: t('ticket.assignNobody'),
          icon: <Avatar person={null} size={18} />,
        },
        ...people.map((person) => ({
          ...colleagueOption(person, t),
          ...(person.id === me.id && { hint: t('filters.me') }),
        })),
      ]}
      onPick={(value) => {
        if (value === (ticket.assigneeId ?? NOBODY)) return;
        const person = people.find(({ id }) => id === value);
        onPick(person ? toRef(person) : null);
      }}
    >
      <Avatar person={ticket.assignee} size={16} />
      <span>{name}</span>
    </Picker>
  );
}

/** Only what a ticket carries of a person. */
function toRef({ id, displayName, username, role }: PersonRef): PersonRef {
  return { id, displayName, username, role };
}
