import type { Category } from '@tikethet/shared/contracts';

/** Where tickets without a category go: it always stays. */
export const FALLBACK_SLUG = 'other';

/** What can be changed of a category. In English null: as in Russian. */
export interface CategoryForm {
  name: string;
  nameEn: string | null;
  description: string;
  descriptionEn: string | null;
  icon: string;
  color: string;
}

const EMPTY: CategoryForm = {
  name: '',
  nameEn: null,
  description: '',
  descriptionEn: null,
  icon: '💬',
  color: '#3B82F6',
};

/** @param category null: a new one */
export function formOf(category: Category | null): CategoryForm {
  if (category === null) return EMPTY;
  const { name, nameEn, description, descriptionEn, icon, color } = category;
  return { name, nameEn, description, descriptionEn, icon, color };
}

/** What is empty in English is as in Russian. */
export function orNone(text: string): string | null {
  return text.trim() === '' ? null : text;
}

export function ready({ name, icon }: CategoryForm): boolean {
  return name.trim() !== '' && icon.trim() !== '';
}
