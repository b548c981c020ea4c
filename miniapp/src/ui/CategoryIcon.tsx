import type { Category } from '@tikethet/shared/contracts';
import type { CSSProperties } from 'react';
import { currentLanguage } from '../i18n/setup';

export function categoryName(category: Category): string {
  return (currentLanguage() === 'en' ? category.nameEn : null) ?? category.name;
}

export function categoryDescription(category: Category): string {
  return (currentLanguage() === 'en' ? category.descriptionEn : null) ?? category.description;
}

/** The category's emoji on a touch of its colour. */
export function CategoryIcon({ category }: { category: Category | undefined }) {
  const style = { '--tint': category?.color ?? '#8e8e93' } as CSSProperties;
  return (
    <span className="category-icon" style={style} aria-hidden="true">
      {category?.icon ?? '💬'}
    </span>
  );
}
