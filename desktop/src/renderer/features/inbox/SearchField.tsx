import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState, type Ref } from 'react';
import { useTranslation } from '../../app/texts';
import classes from './SearchField.module.css';

/** Milliseconds after the last letter before the list is searched. */
const PAUSE = 180;

/** Searches as the person types; Esc empties it, then leaves it. */
export function SearchField({
  value,
  onSearch,
  ref,
}: {
  value: string;
  onSearch: (text: string) => void;
  ref: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed by itself (a view was chosen): it wins.
  if (known !== value) {
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return;
    const timer = setTimeout(() => onSearch(wanted), wanted === '' ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <div className={classes.field} role="search">
      <IconSearch size={14} stroke={1.8} aria-hidden="true" />
      <input
        ref={ref}
        type="text"
        maxLength={200}
        value={text}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        data-testid="search-input"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (text === '') event.currentTarget.blur();
          setText('');
        }}
      />
      {text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button type="button" aria-label={t('search.clear')} onClick={() => setText('')}>
          <IconX size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
