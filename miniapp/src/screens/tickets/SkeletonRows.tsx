import { useTranslation } from 'react-i18next';

/** The shape of the list while it loads. */
export function SkeletonRows({ count = 6 }: { count?: number }) {
  const { t } = useTranslation();
  return (
    <div className="card list" role="status" aria-label={t('gate.loading')}>
      {Array.from({ length: count }, (_, at) => (
        <div className="row" key={at} aria-hidden="true">
          <span className="category-icon skeleton" />
          <span className="row-body">
            <span className="skeleton line" style={{ width: `${75 - ((at * 17) % 40)}%` }} />
            <span className="skeleton line" style={{ width: `${90 - ((at * 23) % 50)}%` }} />
            <span className="skeleton line short" />
          </span>
        </div>
      ))}
    </div>
  );
}
