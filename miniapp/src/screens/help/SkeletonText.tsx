import { useTranslation } from 'react-i18next';

const WIDTHS = [95, 88, 60, 92, 84, 97, 45];

/** The shape of an article while it loads. */
export function SkeletonText() {
  const { t } = useTranslation();
  return (
    <div className="skeleton-text" role="status" aria-label={t('gate.loading')}>
      {WIDTHS.map((width) => (
        <span className="skeleton line" key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
