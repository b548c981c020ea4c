import type { TFunction } from 'i18next';

/** A file size for people. */
export function fileSize(bytes: number, t: TFunction, language: string): string {
  const show = (value: number, digits: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  if (bytes < 1024) return t('size.bytes', { value: show(bytes, 0) });
  if (bytes < 1024 * 1024) return t('size.kilobytes', { value: show(bytes / 1024, 0) });
  return t('size.megabytes', { value: show(bytes / 1024 / 1024, 1) });
}
