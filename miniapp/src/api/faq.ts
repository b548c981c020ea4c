import { useInfiniteQuery, useQuery, keepPreviousData } from '@tanstack/react-query';
import type { FaqArticle, FaqHead, OutputOf } from '@tikethet/shared/contracts';
import { currentLanguage } from '../i18n/setup';
import { queryClient } from '../app/queryClient';
import { api } from './api';
import type { Page } from './queries';

/** Names of what is cached of the help; each language has its own. */
export const faqKeys = {
  all: ['faq'] as const,
  overview: (language: string) => ['faq', language, 'overview'] as const,
  category: (language: string, id: string) => ['faq', language, 'category', id] as const,
  article: (language: string, key: string) => ['faq', language, 'article', key] as const,
  search: (language: string, text: string) => ['faq', language, 'search', text] as const,
};

export function useFaqOverview() {
  const language = currentLanguage();
  return useQuery({
    queryKey: faqKeys.overview(language),
    queryFn: ({ signal }): Promise<OutputOf<'faq.overview'>> =>
      api('GET /faq', { language }, { signal }),
    staleTime: 5 * 60_000,
  });
}

/** @param id a category's id, or `none` for articles without one */
export function useFaqCategory(id: string) {
  const language = currentLanguage();
  return useInfiniteQuery({
    queryKey: faqKeys.category(language, id),
    queryFn: ({ pageParam, signal }): Promise<Page<FaqHead>> =>
      api(
        'GET /faq/articles',
        { categoryId: id, language, limit: 50, ...(pageParam !== null && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 5 * 60_000,
  });
}

/** Nothing is asked for a blank text; while a new answer is on its way the last one stays. */
export function useFaqSearch(text: string) {
  const language = currentLanguage();
  return useQuery({
    queryKey: faqKeys.search(language, text),
    queryFn: ({ signal }): Promise<{ items: FaqHead[] }> =>
      api('GET /faq/search', { search: text, language }, { signal }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** @param key an article's id or slug */
export function useFaqArticle(key: string) {
  const language = currentLanguage();
  return useQuery({
    queryKey: faqKeys.article(language, key),
    queryFn: ({ signal }): Promise<FaqArticle> =>
      api('GET /faq/articles/{key}', { key, language }, { signal }),
    staleTime: 5 * 60_000,
  });
}

/** Says whether an article helped; null takes it back. Throws what the API answers. */
export async function voteFaq(id: string, helpful: boolean | null): Promise<void> {
  const { myVote } = await api('PUT /faq/articles/{id}/vote', { id, helpful });
  queryClient.setQueriesData<unknown>({ queryKey: faqKeys.all }, (data: unknown) =>
    isArticle(data) && data.id === id ? { ...data, myVote } : data,
  );
}

function isArticle(data: unknown): data is FaqArticle {
  return typeof data === 'object' && data !== null && 'body' in data && 'myVote' in data;
}
