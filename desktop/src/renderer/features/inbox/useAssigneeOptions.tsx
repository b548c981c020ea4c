import { useDesk } from '../../app/DeskProvider';
import { useColleagues } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { Avatar } from '../../ui/Avatar';
import { colleagueOption } from '../../ui/ColleagueFace';
import type { PickerOption } from '../../ui/Picker';

/** Whose tickets one may look for: mine, nobody's, and each colleague's. */
export function useAssigneeOptions(): PickerOption[] {
  const { t } = useTranslation();
  const { me } = useDesk();
  const colleagues = useColleagues(me.id);
  return [
    { value: 'me', label: t('filters.me'), icon: <Avatar person={me} size={18} /> },
    { value: 'none', label: t('filters.nobody'), icon: <Avatar person={null} size={18} /> },
    ...colleagues.map((person) => colleagueOption(person, t)),
  ];
}
