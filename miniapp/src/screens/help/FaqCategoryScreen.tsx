import { useTranslation } from 'react-i18next';
import { useFaqCategory } from '../../api/faq';
import { useCategory } from '../../api/queries';
import { categoryDescription, categoryName } from '../../ui/CategoryIcon';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { TopBar } from '../../ui/TopBar';
import { useSentinel } from '../../ui/useSentinel';
import { SkeletonRows } from '../tickets/SkeletonRows';
import { ArticleRows } from './ArticleRows';
import '../../ui/styles/help.css';

/** The articles of one topic. */
export function FaqCategoryScreen({ categoryId }: { categoryId: string }) {
  const { t } = useTranslation('help');
  const category = useCategory(categoryId);
  const articles = useFaqCategory(categoryId);
  const items = articles.data?.pages.flatMap((page) => page.items) ?? [];
  const more = articles.hasNextPage && !articles.isFetchingNextPage;
  const end = useSentinel(more, () => void articles.fetchNextPage());
  return (
    <div className="screen">
      <TopBar
        canGoBack
        title={category ? categoryName(category) : t('general')}
        subtitle={category && categoryDescription(category)}
      />
      <div className="scroller help">
        {items.length > 0 ? (
          <ArticleRows articles={items} />
        ) : articles.isError ? (
          <ErrorNotice
            title={t('errorTitle')}
            error={articles.error}
            busy={articles.isFetching}
            onRetry={() => void articles.refetch()}
          />
        ) : articles.isPending ? (
          <SkeletonRows count={4} />
        ) : (
          <Notice emoji="📭" title={t('emptyTitle')} text={t('emptyText')} />
        )}
        <div ref={end} />
      </div>
    </div>
  );
}
