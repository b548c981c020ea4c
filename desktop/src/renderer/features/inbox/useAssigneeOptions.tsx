import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/DeskProvider';
import { useStaff } from '../../app/queries/people';
import { Avatar } from '../../ui/Avatar';
import type { PickerOption } from '../../ui/Picker';

/** Whose tickets one may look for: mine, nobody's, and each colleague's where people are listed. */
export function useAssigneeOptions(): PickerOption[] {
  const { t } = useTranslation();
  const { me } = useDesk();
  const staff = useStaff();
  return [
    { value: 'me', label: t('filters.me'), icon: <Avatar person={me} size={18} /> },
    { value: 'none', label: t('filters.nobody'), icon: <Avatar person={null} size={18} /> },
    ...(staff.data ?? [])
      .filter(({ id }) => id !== me.id)
      .map((person) => ({
        value: person.id,
        label: person.displayName,
        icon: <Avatar person={person} size={18} />,
      })),
  ];
}
