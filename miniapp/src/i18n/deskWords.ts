import type { Priority } from '@tikethet/shared/contracts';
import i18next from 'i18next';

let priorities: readonly Priority[] = [];

/** Languages come in chunks of their own, over which the desk's words are put again. */
export function putDeskWords(): void {
  for (const { priority, name, nameEn } of priorities) {
    const key = `priority.${priority}`;
    if (i18next.hasResourceBundle('ru', 'common')) i18next.addResource('ru', 'common', key, name);
    if (i18next.hasResourceBundle('en', 'common')) i18next.addResource('en', 'common', key, nameEn);
  }
}

/** Calls priorities what the desk calls them, wherever their texts are shown. */
export function nameDeskWords(items: readonly Priority[]): void {
  priorities = items;
  putDeskWords();
}
