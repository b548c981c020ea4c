import type { FaqEntryHead } from '@tikethet/shared/contracts';
import { useEffect } from 'react';
import { useCategories } from '../../app/queries/categories';
import { useFaqEntries } from '../../app/queries/faq';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { ArticleRow } from './ArticleRow';
import classes from './ArticleList.module.css';
import { useReorder } from './useReorder';

interface Group {
  categoryId: string | null;
  label: string;
  articles: FaqEntryHead[];
}

/** All articles by category, in the order customers see. */
export function ArticleList({ selectedId }: { selectedId: string | null }) {
  const { t } = useTranslation();
  const { categories } = useCategories();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useFaqEntries();
  const move = useReorder();
  const articles = data?.pages.flatMap((page) => page.items) ?? [];

  // A desk has a few dozen articles: orders and groups need all of them.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (data === undefined) {
    if (error === null) return <div className={classes.list} aria-busy="true" />;
    return <ErrorState title={t('faq.failed')} error={error} retry={() => void refetch()} />;
  }
  if (articles.length === 0) {
    return <EmptyState title={t('faq.empty')}>{t('faq.emptyHelp')}</EmptyState>;
  }
  const groups: Group[] = [
    ...categories.map(({ id, icon, label }) => ({ categoryId: id, label: `${icon} ${label}` })),
    { categoryId: null, label: t('faq.general') },
  ]
    .map((group) => ({
      ...group,
      articles: articles.filter(({ categoryId }) => categoryId === group.categoryId),
    }))
    .filter((group) => group.articles.length > 0);

  return (
    <div className={classes.list} data-testid="faq-list">
      {groups.map(({ categoryId, label, articles: ofGroup }) => (
        <section key={categoryId ?? 'none'} aria-label={label}>
          <h2 className={classes.heading}>{label}</h2>
          <ul className={classes.rows}>
            {ofGroup.map((article, at) => (
              <ArticleRow
                key={article.id}
                article={article}
                selected={article.id === selectedId}
                isFirst={at === 0}
                isLast={at === ofGroup.length - 1}
                onMove={(by) =>
                  move(
                    categoryId,
                    ofGroup.map(({ id }) => id),
                    at,
                    by,
                  )
                }
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
