import type { FaqHead } from '@tikethet/shared/contracts';
import { useEffect, useState } from 'react';
import { api } from '../../api/api';
import { currentLanguage } from '../../i18n/setup';

/** Milliseconds without a key before the help is asked. */
const PAUSE = 600;
/** Characters that can say anything at all. */
const SHORTEST = 6;

/**
 * Articles that may answer what is being written. Quiet: a request that fails or comes too late
 * changes nothing, and what is shown stays until there is something else to show.
 */
export function useSuggestions(text: string, categoryId: string | null): readonly FaqHead[] {
  const [found, setFound] = useState<readonly FaqHead[]>([]);
  const asked = text.replace(/\s+/g, ' ').trim();
  const tooShort = asked.length < SHORTEST;
  useEffect(() => {
    if (tooShort) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api(
        'POST /faq/suggest',
        { text: asked, language: currentLanguage(), ...(categoryId !== null && { categoryId }) },
        { signal: abort.signal },
      ).then(
        ({ items }) => {
          if (!abort.signal.aborted) setFound(items);
        },
        () => undefined,
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, tooShort, categoryId]);
  return tooShort ? [] : found;
}
