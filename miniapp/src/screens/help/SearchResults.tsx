import { useTranslation } from 'react-i18next';
import { useFaqSearch } from '../../api/faq';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SkeletonRows } from '../tickets/SkeletonRows';
import { ArticleRows } from './ArticleRows';

/** What was found for a text; for nothing, the way to a person. */
export function SearchResults({ text, onAsk }: { text: string; onAsk: () => void }) {
  const { t } = useTranslation('help');
  const { data, error, isFetching, refetch } = useFaqSearch(text);
  if (data === undefined) {
    if (error === null) return <SkeletonRows count={3} />;
    return (
      <ErrorNotice
        title={t('errorTitle')}
        error={error}
        busy={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data.items.length === 0) {
    return (
      <Notice emoji="🔎" title={t('nothingTitle')} text={t('nothingText')} role="status">
        <button type="button" className="button" data-testid="faq-ask" onClick={onAsk}>
          {t('ask')}
        </button>
      </Notice>
    );
  }
  return (
    <>
      <p className="visually-hidden" role="status">
        {t('found', { count: data.items.length })}
      </p>
      <ArticleRows articles={data.items} />
    </>
  );
}
