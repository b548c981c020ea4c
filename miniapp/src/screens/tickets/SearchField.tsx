import { LIMITS } from '@tikethet/shared/tickets';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';

export function SearchField({
  value,
  onChange,
}: {
  value: string;
  onChange: (next: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="search" role="search">
      <Icon name="search" size={18} />
      <input
        type="search"
        enterKeyHint="search"
        data-testid="search-input"
        value={value}
        maxLength={LIMITS.search}
        placeholder={t('tickets.search')}
        aria-label={t('tickets.search')}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      {value !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('tickets.clearSearch')}
          onClick={() => onChange('')}
        >
          <Icon name="close" size={18} />
        </button>
      )}
    </div>
  );
}
