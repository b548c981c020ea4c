import type { FaqArticle } from '@tikethet/shared/contracts';
import i18next from 'i18next';
import { showToast } from '../../ui/Toast';

/** Hands an article's link to another app; where there is no such way, it is copied. */
export async function shareArticle({ title, link }: FaqArticle): Promise<void> {
  try {
    if ('share' in navigator) await navigator.share({ title, text: title, url: link });
    else throw new TypeError('No way to share');
  } catch (error) {
    // The person has thought better of it.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    await navigator.clipboard.writeText(`${title}\n${link}`).then(
      () => showToast(i18next.t('help:article.copied')),
      () => undefined,
    );
  }
}
