import { IconPlus, IconX } from '@tabler/icons-react';
import { LIMITS } from '@tikethet/shared/tickets';
import { useImperativeHandle, useState, type Ref } from 'react';
import { useTags } from '../../app/queries/deskSetup';
import { useTranslation } from '../../app/texts';
import { TagDot } from '../tags/TagDot';
import { tidyTag } from './tagChoices';
import { TagField } from './TagField';
import classes from './Tags.module.css';

export interface TagsHandle {
  open(): void;
}

/** Free words on a ticket: typed and confirmed with Enter, removed with their cross. */
export function Tags({
  tags,
  disabled,
  onChange,
  handle,
}: {
  tags: readonly string[];
  disabled: boolean;
  onChange: (tags: string[]) => void;
  handle?: Ref<TagsHandle>;
}) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { data: desk } = useTags();
  const full = tags.length >= LIMITS.tags;
  useImperativeHandle(handle, () => ({
    open: () => {
      if (!disabled && !full) setAdding(true);
    },
  }));

  const add = (text: string) => {
    const tag = tidyTag(text);
    setAdding(false);
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
  };
  const colorOf = (name: string) => desk?.find((tag) => tag.name === name)?.color ?? null;

  return (
    <>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag} data-testid="tag">
          {colorOf(tag) !== null && <TagDot color={colorOf(tag)} />}
          <span className={classes.name}>{tag}</span>
          {!disabled && (
            <button
              type="button"
              aria-label={t('ticket.removeTag', { tag })}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              <IconX size={12} aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      {!disabled &&
        (!adding ? (
          <button
            type="button"
            className={classes.add}
            disabled={full}
            title={full ? t('ticket.tooManyTags', { count: LIMITS.tags }) : undefined}
            onClick={() => setAdding(true)}
            data-testid="add-tag"
          >
            <IconPlus size={12} aria-hidden="true" />
            {t('ticket.addTag')}
          </button>
        ) : (
          <TagField taken={tags} onPick={add} onClose={() => setAdding(false)} />
        ))}
    </>
  );
}
