import { ApiError } from '@tikethet/shared/client';
import { useTranslation } from 'react-i18next';
import { useFaqArticle } from '../../api/faq';
import { useCategory } from '../../api/queries';
import { leave, push, showTab } from '../../app/navigation';
import { useFormat } from '../../i18n/format';
import { prefillNewTicket } from '../../state/prefillNewTicket';
import { categoryName } from '../../ui/CategoryIcon';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { TopBar } from '../../ui/TopBar';
import { ArticleText } from './ArticleText';
import { ArticleWaiting } from './ArticleWaiting';
import { shareArticle } from './shareArticle';
import { VoteCard } from './VoteCard';
import '../../ui/styles/help.css';

/** An article, and whether it helped. */
export function ArticleScreen({ articleKey }: { articleKey: string }) {
  const { t } = useTranslation(['help', 'miniapp']);
  const format = useFormat();
  const query = useFaqArticle(articleKey);
  const { data, error } = query;
  const category = useCategory(data?.categoryId ?? undefined);
  const gone = error instanceof ApiError && error.code === 'not_found';
  const heading = category ? categoryName(category) : t('help:general');

  const write = (): void => {
    prefillNewTicket({ categoryId: data?.categoryId ?? null });
    push({ name: 'new', step: 1 });
    if (data?.categoryId) push({ name: 'new', step: 2 });
  };

  return (
    <div className="screen">
      <TopBar
        canGoBack
        title={data ? heading : t('help:title')}
        action={
          data && (
            <button
              type="button"
              className="icon-button"
              data-testid="article-share"
              aria-label={t('help:article.share')}
              onClick={() => void shareArticle(data)}
            >
              <Icon name="share" />
            </button>
          )
        }
      />
      <div className="scroller article" data-testid="faq-article" tabIndex={-1}>
        {data ? (
          <>
            <ArticleText article={data} />
            <p className="article-date">
              {t('help:article.changed', { date: format.short(data.updatedAt) })}
            </p>
            <VoteCard article={data} onWrite={write} />
          </>
        ) : gone ? (
          <Notice emoji="🔎" title={t('help:article.goneTitle')} text={t('help:article.goneText')}>
            <button
              type="button"
              className="button"
              onClick={() => {
                leave();
                showTab('help');
              }}
            >
              {t('help:article.toHelp')}
            </button>
          </Notice>
        ) : (
          <ArticleWaiting query={query} />
        )}
      </div>
    </div>
  );
}
