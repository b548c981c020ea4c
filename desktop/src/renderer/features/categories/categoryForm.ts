import type { Category } from '@tikethet/shared/contracts';

/** Where tickets without a category go: it always stays. */
export const FALLBACK_SLUG = 'other';

/** A category as it stands in the form: empty where it has nothing. */
export interface CategoryForm {
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  icon: string;
  color: string;
}

const EMPTY: CategoryForm = {
  name: '',
  nameEn: '',
  description: '',
  descriptionEn: '',
  icon: '💬',
  color: '#3B82F6',
};

/** @param category null: a new one */
export function formOf(category: Category | null): CategoryForm {
  if (category === null) return EMPTY;
  const { name, nameEn, description, descriptionEn, icon, color } = category;
  return {
    name,
    nameEn: nameEn ?? '',
    description,
    descriptionEn: descriptionEn ?? '',
    icon,
    color,
  };
}

/** What the desk is told: what is empty in English is as in Russian. */
export function inputOf({ nameEn, descriptionEn, ...form }: CategoryForm) {
  const orNone = (text: string) => (text.trim() === '' ? null : text);
  return { ...form, nameEn: orNone(nameEn), descriptionEn: orNone(descriptionEn) };
}

export function ready({ name, icon }: CategoryForm): boolean {
  return name.trim() !== '' && icon.trim() !== '';
}

export function sameForm(a: CategoryForm, b: CategoryForm): boolean {
  return (Object.keys(a) as (keyof CategoryForm)[]).every((field) => a[field] === b[field]);
}
