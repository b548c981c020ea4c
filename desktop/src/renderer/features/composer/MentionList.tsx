import type { Colleague } from '@tikethet/shared/contracts';
import { useTranslation } from '../../app/texts';
import { ColleagueFace, colleagueHint } from '../../ui/ColleagueFace';
import choices from '../../ui/Choices.module.css';
import classes from './MentionList.module.css';

/** The id of an entry, for the field that points at it. */
export function mentionOptionId(person: Pick<Colleague, 'id'>): string {
  return `mention-${person.id}`;
}

interface Props {
  id: string;
  people: readonly Colleague[];
  active: number;
  onPick: (person: Colleague) => void;
}

/** Colleagues whose names fit what is written behind the `@`. */
export function MentionList({ id, people, active, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <ul
      className={`${choices.floating} ${classes.list}`}
      id={id}
      role="listbox"
      aria-label={t('composer.mention')}
    >
      {people.map((person, index) => (
        <li
          key={person.id}
          id={mentionOptionId(person)}
          role="option"
          aria-selected={index === active}
          className={`${choices.option} ${classes.person}`}
          data-testid="mention-option"
          // The field keeps the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(person);
          }}
        >
          <ColleagueFace person={person} size={22} />
          <span className={choices.name}>{person.displayName}</span>
          <span className={classes.role}>{colleagueHint(person, t)}</span>
        </li>
      ))}
    </ul>
  );
}
