import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice';

interface EmptyListProps {
  /** What narrowed the list to nothing; null: the person has no tickets. */
  because: 'search' | 'filter' | null;
  onShowAll: () => void;
}

const LOOKS = {
  search: { emoji: '🔍', kind: 'emptySearch' },
  filter: { emoji: '🗂', kind: 'emptyFilter' },
  none: { emoji: '👋', kind: 'empty' },
} as const;

/** Where tickets would be: a welcome, or that nothing was found. */
export function EmptyList({ because, onShowAll }: EmptyListProps) {
  const { t } = useTranslation();
  const { emoji, kind } = LOOKS[because ?? 'none'];
  return (
    <Notice
      emoji={emoji}
      title={t(`tickets.${kind}Title`)}
      text={t(`tickets.${kind}Text`)}
      role="status"
    >
      {because !== null && (
        <button type="button" className="button quiet" onClick={onShowAll}>
          {t('tickets.showAll')}
        </button>
      )}
    </Notice>
  );
}
