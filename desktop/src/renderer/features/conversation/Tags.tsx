import { IconPlus, IconX } from '@tabler/icons-react';
import { LIMITS } from '@tikethet/shared/tickets';
import { useImperativeHandle, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [text, setText] = useState<string | null>(null);
  const full = tags.length >= LIMITS.tags;
  useImperativeHandle(handle, () => ({
    open: () => {
      if (!disabled && !full) setText('');
    },
  }));

  const add = () => {
    const tag = (text ?? '').replace(/\s+/g, ' ').trim();
    setText(null);
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
  };

  return (
    <>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag} data-testid="tag">
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
        (text === null ? (
          <button
            type="button"
            className={classes.add}
            disabled={full}
            title={full ? t('ticket.tooManyTags', { count: LIMITS.tags }) : undefined}
            onClick={() => setText('')}
            data-testid="add-tag"
          >
            <IconPlus size={12} aria-hidden="true" />
            {t('ticket.addTag')}
          </button>
        ) : (
          <input
            className={classes.input}
            // The person has just asked for this field.
            autoFocus
            value={text}
            maxLength={LIMITS.tag}
            aria-label={t('ticket.addTag')}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add();
              if (event.key !== 'Escape') return;
              event.preventDefault();
              setText(null);
            }}
          />
        ))}
    </>
  );
}
