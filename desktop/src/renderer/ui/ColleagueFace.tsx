import type { Colleague } from '@tikethet/shared/contracts';
import type { TFunction } from 'i18next';
import { AvailabilityDot } from './AvailabilityDot';
import { Avatar } from './Avatar';
import classes from './ColleagueFace.module.css';
import type { PickerOption } from './Picker';

/** A colleague, and whether they are there; the words for it stand beside it. */
export function ColleagueFace({ person, size }: { person: Colleague; size: number }) {
  return (
    <span className={classes.face} data-availability={person.availability}>
      <Avatar person={person} size={size} />
      <span className={classes.dot}>
        <AvailabilityDot availability={person.availability} />
      </span>
    </span>
  );
}

/** Beside a name: that somebody is not there now, before a ticket waits for them; else their role. */
export function colleagueHint({ role, availability }: Colleague, t: TFunction): string {
  return availability === 'AVAILABLE' ? t(`role.${role}`) : t(`availability.${availability}`);
}

/** A colleague in a list to pick from. */
export function colleagueOption(person: Colleague, t: TFunction): PickerOption {
  return {
    value: person.id,
    label: person.displayName,
    icon: <ColleagueFace person={person} size={18} />,
    hint: colleagueHint(person, t),
  };
}
