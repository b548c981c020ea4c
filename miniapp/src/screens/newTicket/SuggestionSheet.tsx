import type { FaqArticle, FaqHead } from '@tikethet/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useFaqArticle } from '../../api/faq';
import { Sheet } from '../../ui/Sheet';
import { ArticleText } from '../help/ArticleText';
import { ArticleWaiting } from '../help/ArticleWaiting';

interface SuggestionSheetProps {
  head: FaqHead;
  onClose: () => void;
  onHelped: (article: FaqArticle) => void;
  onRefuse: () => void;
}

/** A suggested article over the form: what is written there stays. */
export function SuggestionSheet({ head, onClose, onHelped, onRefuse }: SuggestionSheetProps) {
  const { t } = useTranslation(['help', 'miniapp']);
  const query = useFaqArticle(head.id);
  const { data } = query;
  return (
    <Sheet label={head.title} onClose={onClose} dismiss={t('miniapp:actions.close')}>
      <div className="sheet-article" tabIndex={0} role="group" aria-label={head.title}>
        {data ? <ArticleText article={data} /> : <ArticleWaiting query={query} />}
      </div>
      {data && (
        <>
          <button
            type="button"
            className="button"
            data-testid="suggestion-helped"
            onClick={() => onHelped(data)}
          >
            {t('help:suggest.helped')}
          </button>
          <button
            type="button"
            className="button quiet"
            data-testid="suggestion-not"
            onClick={onRefuse}
          >
            {t('help:suggest.not')}
          </button>
        </>
      )}
    </Sheet>
  );
}
