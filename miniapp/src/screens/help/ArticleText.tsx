import type { FaqArticle } from '@tikethet/shared/contracts';
import { currentLanguage } from '../../i18n/setup';
import { RichText } from '../../ui/RichText';

/** What an article says. */
export function ArticleText({ article }: { article: FaqArticle }) {
  return (
    <article lang={article.language === currentLanguage() ? undefined : article.language}>
      <h2 className="article-title">{article.title}</h2>
      <div className="article-body">
        <RichText text={article.body} format="markdown" />
      </div>
    </article>
  );
}
