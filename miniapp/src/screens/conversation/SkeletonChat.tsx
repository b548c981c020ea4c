import { useTranslation } from 'react-i18next';

/** The shape of a conversation while it loads. */
export function SkeletonChat() {
  const { t } = useTranslation();
  return (
    <div className="scroller skeleton-chat" role="status" aria-label={t('gate.loading')}>
      {[62, 40, 71, 34].map((width, at) => (
        <div
          key={width}
          className="skeleton bubble-shape"
          data-mine={at % 2 === 0}
          style={{ width: `${width}%` }}
        />
      ))}
    </div>
  );
}
