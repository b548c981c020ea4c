import { LIMITS } from '@tikethet/shared/tickets';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';

interface SearchFieldProps {
  value: string;
  onChange: (next: string) => void;
  /** What is searched; tickets when nothing is said. */
  label?: string;
  clearLabel?: string;
  testId?: string;
}

export function SearchField({
  value,
  onChange,
  label,
  clearLabel,
  testId = 'search-input',
}: SearchFieldProps) {
  const { t } = useTranslation();
  const asked = label ?? t('tickets.search');
  return (
    <div className="search" role="search">
      <Icon name="search" size={18} />
      <input
        type="search"
        enterKeyHint="search"
        data-testid={testId}
        value={value}
        maxLength={LIMITS.search}
        placeholder={asked}
        aria-label={asked}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      {value !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label={clearLabel ?? t('tickets.clearSearch')}
          onClick={() => onChange('')}
        >
          <Icon name="close" size={18} />
        </button>
      )}
    </div>
  );
}
