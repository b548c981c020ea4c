import type { PersonRef, Ticket, User } from '@tikethet/shared/contracts';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { useStaff } from '../../app/queries/people';
import { Avatar } from '../../ui/Avatar';
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
  const staff = useStaff();
  const colleagues = (staff.data ?? []).filter(({ id }) => id !== me.id);
  const people: User[] = [me, ...colleagues];
  // Whoever is not there says so, before a ticket waits for them.
  const hintOf = ({ id, role, availability }: User) => {
    if (id === me.id) return t('filters.me');
    return availability === 'AVAILABLE' ? t(`role.${role}`) : t(`availability.${availability}`);
  };
  const name = ticket.assignee?.displayName ?? t('ticket.assignNobody');
  return (
    <Picker
      label={t('ticket.assignee')}
      valueText={name}
      selected={[ticket.assigneeId ?? NOBODY]}
      disabledReason={rights.assign ? null : t('errors.forbidden')}
      search={{ placeholder: t('ticket.assignSearch'), empty: t('ticket.assignNone') }}
      testId="assign-select"
      handle={handle}
      options={[
        {
          value: NOBODY,
          label: t('ticket.assignNobody'),
          icon: <Avatar person={null} size={18} />,
        },
        ...people.map((person) => ({
          value: person.id,
          label: person.displayName,
          icon: <Avatar person={person} size={18} />,
          hint: hintOf(person),
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
