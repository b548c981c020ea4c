import { useQuery } from '@tanstack/react-query';
import type { Category } from '@tikethet/shared/contracts';
import { useMemo } from 'react';
import { unwrap, useBridge } from '../bridge';
import { keys } from '../keys';
import { useTranslation } from '../texts';

export interface ShownCategory extends Category {
  /** The name in the person's language. */
  label: string;
}

export function useCategories() {
  const bridge = useBridge();
  const { i18n } = useTranslation();
  const query = useQuery({
    queryKey: keys.categories,
    queryFn: () => unwrap(bridge.read('GET /categories', {})),
  });
  const english = i18n.language === 'en';
  const categories = useMemo(
    () =>
      (query.data?.items ?? []).map((category): ShownCategory => ({
        ...category,
        label: (english ? category.nameEn : null) ?? category.name,
      })),
    [query.data, english],
  );
  return { ...query, categories };
}
