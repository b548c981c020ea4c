import { Menu } from '@mantine/core';
import { AVAILABILITIES } from '@tikethet/shared/contracts';
import { can } from '@tikethet/shared/permissions';
import { useGo } from '../../app/places';
import { useDesk } from '../../app/DeskProvider';
import { useColleagues } from '../../app/queries/team';
import { useTranslation } from '../../app/texts';
import { ColleagueFace, colleagueHint } from '../../ui/ColleagueFace';
import { personAddress } from '../people/personAddress';
import classes from './TeamItems.module.css';

/** Who else is there: those who can be asked first, then the others. */
export function TeamItems() {
  const { t } = useTranslation();
  const go = useGo();
  const { me } = useDesk();
  const colleagues = useColleagues(me.id).toSorted(
    (a, b) => AVAILABILITIES.indexOf(a.availability) - AVAILABILITIES.indexOf(b.availability),
  );
  if (colleagues.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('ownStatus.team')}</Menu.Label>
      <div className={classes.items}>
        {colleagues.map((person) => (
          <Menu.Item
            key={person.id}
            leftSection={<ColleagueFace person={person} size={20} />}
            data-testid="team-member"
            data-availability={person.availability}
            onClick={() => go(personAddress(person, can(me, 'people.list')))}
          >
            {person.displayName} <span className={classes.hint}>{colleagueHint(person, t)}</span>
          </Menu.Item>
        ))}
      </div>
    </>
  );
}
