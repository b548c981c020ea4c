import type { FaqArticle, FaqHead } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { voteFaq } from '../../api/faq';
import { currentLanguage } from '../../i18n/setup';
import { haptic } from '../../init/telegram';
import { Icon } from '../../ui/Icon';
import { SuggestionSheet } from './SuggestionSheet';
import { useSuggestions } from './useSuggestions';
import '../../ui/styles/help.css';

interface SuggestionsProps {
  text: string;
  categoryId: string | null;
  /** The article answered the question: the ticket is not needed. */
  onHelped: (article: FaqArticle) => void;
}

/** Articles that may answer the question before it is sent; nothing when nothing fits. */
export function Suggestions({ text, categoryId, onHelped }: SuggestionsProps) {
  const { t } = useTranslation('help');
  const suggested = useSuggestions(text, categoryId);
  const [hidden, setHidden] = useState(false);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<FaqHead | null>(null);
  const shown = hidden ? [] : suggested.filter(({ id }) => !refused.has(id));

  return (
    <>
      <div role="status">
        {shown.length > 0 && (
          <section
            className="suggestions"
            data-testid="suggestions"
            aria-label={t('suggest.title')}
          >
            <div className="suggestions-head">
              <span>{t('suggest.title')}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={t('suggest.hide')}
                onClick={() => setHidden(true)}
              >
                <Icon name="close" size={18} />
              </button>
            </div>
            <ul className="card list">
              {shown.map((article) => (
                <li
                  key={article.id}
                  lang={article.language === currentLanguage() ? undefined : article.language}
                >
                  <button
                    type="button"
                    className="row centered"
                    data-testid="suggestion"
                    onClick={() => {
                      haptic('select');
                      setOpened(article);
                    }}
                  >
                    <span className="row-body">
                      <span className="row-title wrap">{article.title}</span>
                    </span>
                    <span className="row-mark">
                      <Icon name="chevron" size={18} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {opened && (
        <SuggestionSheet
          head={opened}
          onClose={() => setOpened(null)}
          onHelped={(article) => {
            setOpened(null);
            onHelped(article);
          }}
          onRefuse={() => {
            setRefused(new Set(refused).add(opened.id));
            setOpened(null);
            // Worth knowing, not worth interrupting somebody who writes.
            voteFaq(opened.id, false).catch(() => undefined);
          }}
        />
      )}
    </>
  );
}
