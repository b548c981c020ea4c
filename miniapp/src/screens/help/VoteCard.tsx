import type { FaqArticle } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { voteFaq } from '../../api/faq';
import { haptic } from '../../init/telegram';
import { showToast } from '../../ui/Toast';

/** Whether the article helped; when it did not, the way to a person. */
export function VoteCard({ article, onWrite }: { article: FaqArticle; onWrite: () => void }) {
  const { t } = useTranslation('help');
  // Shown at once; the answer of the desk comes through `article`.
  const [saving, setSaving] = useState<boolean | null>(null);
  const vote = saving ?? article.myVote;

  const say = (helpful: boolean): void => {
    if (vote === helpful) return;
    haptic(helpful ? 'success' : 'light');
    setSaving(helpful);
    voteFaq(article.id, helpful)
      .catch(() => showToast(t('article.notSaved')))
      .finally(() => setSaving(null));
  };

  return (
    <section className="card vote" aria-label={t('article.asked')}>
      <h3 className="vote-title">{t('article.asked')}</h3>
      <div className="vote-buttons">
        {[true, false].map((helpful) => (
          <button
            key={String(helpful)}
            type="button"
            className="vote-button"
            data-testid={helpful ? 'vote-yes' : 'vote-no'}
            aria-pressed={vote === helpful}
            onClick={() => say(helpful)}
          >
            <span aria-hidden="true">{helpful ? '👍' : '👎'}</span>{' '}
            {t(helpful ? 'article.yes' : 'article.no')}
          </button>
        ))}
      </div>
      <div role="status">
        {vote === true && <p className="vote-answer">{t('article.thanks')}</p>}
        {vote === false && <p className="vote-answer">{t('article.sorry')}</p>}
      </div>
      {vote === false && (
        <button type="button" className="button" data-testid="vote-write" onClick={onWrite}>
          {t('article.write')}
        </button>
      )}
    </section>
  );
}
