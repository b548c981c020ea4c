import type { Tag } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useState } from 'react';
import { useTags } from '../../app/queries/deskSetup';
import { useTranslation } from '../../app/texts';
import choices from '../../ui/Choices.module.css';
import { useListbox } from '../../ui/useListbox';
import { TagDot } from '../tags/TagDot';
import { tagChoices } from './tagChoices';
import classes from './Tags.module.css';

/** A field for one more tag: the desk's own are offered, any other word is a new one. */
export function TagField({
  taken,
  onPick,
  onClose,
}: {
  /** What stands there already. */
  taken: readonly string[];
  /** An empty word: nothing after all. */
  onPick: (tag: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data: tags } = useTags();
  const [text, setText] = useState('');
  const items = tagChoices(tags ?? [], taken, text);
  const list = useListbox<Pick<Tag, 'name' | 'color'>>({
    items,
    idOf: ({ name }) => name,
    onPick: ({ name }) => onPick(name),
  });

  return (
    <span className={classes.field}>
      <input
        className={classes.input}
        // The person has just asked for this field.
        autoFocus
        value={text}
        maxLength={LIMITS.tag}
        aria-label={t('ticket.addTag')}
        data-testid="tag-input"
        {...list.inputProps}
        onChange={(event) => {
          setText(event.currentTarget.value);
          list.restart();
        }}
        onBlur={() => onPick(text)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            onClose();
          } else list.inputProps.onKeyDown(event);
        }}
      />
      {items.length > 0 && (
        <ul
          className={`${choices.floating} ${classes.choices}`}
          aria-label={t('ticket.addTag')}
          {...list.listProps}
        >
          {items.map((item) => (
            <li key={item.name} className={choices.option} {...list.optionProps(item)}>
              <TagDot color={item.color} />
              <span className={choices.name}>{item.name}</span>
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}
