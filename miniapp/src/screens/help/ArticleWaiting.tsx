import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SkeletonText } from './SkeletonText';

interface ArticleWaitingProps {
  query: { error: unknown; isFetching: boolean; refetch: () => unknown };
}

/** What stands in the place of an article that is not there yet. */
export function ArticleWaiting({ query }: ArticleWaitingProps) {
  const { t } = useTranslation('help');
  const { error, isFetching, refetch } = query;
  if (!error) return <SkeletonText />;
  return (
    <ErrorNotice
      title={t('article.errorTitle')}
      error={error}
      busy={isFetching}
      onRetry={() => void refetch()}
    />
  );
}
