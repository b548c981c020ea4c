import type { FaqHead } from '@tikethet/shared/contracts';
import { push } from '../../app/navigation';
import { currentLanguage } from '../../i18n/setup';
import { haptic } from '../../init/telegram';
import { Icon } from '../../ui/Icon';

/** Articles to choose from. One that exists in the other language only says so to readers. */
export function ArticleRows({ articles }: { articles: readonly FaqHead[] }) {
  return (
    <ul className="card list">
      {articles.map(({ id, title, excerpt, language }) => (
        <li key={id} lang={language === currentLanguage() ? undefined : language}>
          <button
            type="button"
            className="row centered"
            data-testid="faq-row"
            onClick={() => {
              haptic('select');
              push({ name: 'article', articleKey: id });
            }}
          >
            <span className="row-body">
              <span className="row-title wrap">{title}</span>
              <span className="row-preview">{excerpt}</span>
            </span>
            <span className="row-mark">
              <Icon name="chevron" size={18} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
