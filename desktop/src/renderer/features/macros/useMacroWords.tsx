import { macroActions } from '@tikethet/shared/contracts';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import { MacroDeeds } from './MacroDeeds';
import { hasDeeds } from './deeds';

const texts = z.object({ ru: z.string().nullable(), en: z.string().nullable() });
const ids = z.array(z.string());

/** How the fields of a macro are called, and how their values are shown side by side. */
export function useMacroWords() {
  const { t } = useTranslation();
  const { categories } = useCategories();
  const shownOf = (field: string, value: unknown): ReactNode => {
    if (field === 'texts') {
      const { ru = null, en = null } = texts.safeParse(value).data ?? {};
      return [ru, en].filter((text) => text !== null).join('\n\n') || t('conflict.empty');
    }
    if (field === 'categoryIds') {
      const some = ids.safeParse(value).data ?? [];
      const named = categories.filter(({ id }) => some.includes(id)).map(({ label }) => label);
      return named.join(', ') || t('macros.everywhere');
    }
    const actions = macroActions.safeParse(value).data;
    if (actions === undefined) return undefined;
    return hasDeeds(actions) ? <MacroDeeds actions={actions} /> : t('conflict.empty');
  };
  const labels: Record<string, string> = {
    name: t('macros.name'),
    texts: t('macros.text'),
    categoryIds: t('macros.categories'),
    actions: t('macros.does'),
  };
  return (field: string, value: unknown) => ({
    label: labels[field] ?? field,
    shown: field === 'name' ? undefined : shownOf(field, value),
  });
}
