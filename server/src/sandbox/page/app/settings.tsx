import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { texts, type Locale, type Texts } from './texts';

export type Theme = 'light' | 'dark';

interface Settings {
  theme: Theme;
  locale: Locale;
  t: Texts;
  switchTheme: () => void;
  switchLocale: () => void;
}

const Context = createContext<Settings | null>(null);

/** Theme and language of the page: the browser's at first, then the person's own choice, kept. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(() =>
    pick('sandbox.theme', ['light', 'dark'], () =>
      matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    ),
  );
  const [locale, setLocale] = useState<Locale>(() =>
    pick('sandbox.locale', ['ru', 'en'], () => (navigator.language.startsWith('ru') ? 'ru' : 'en')),
  );
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = locale;
  }, [theme, locale]);
  const value = useMemo<Settings>(
    () => ({
      theme,
      locale,
      t: texts[locale],
      switchTheme: () => setTheme(keep('sandbox.theme', theme === 'light' ? 'dark' : 'light')),
      switchLocale: () => setLocale(keep('sandbox.locale', locale === 'ru' ? 'en' : 'ru')),
    }),
    [theme, locale],
  );
  return <Context value={value}>{children}</Context>;
}

export function useSettings(): Settings {
  const value = use(Context);
  if (value === null) throw new Error('SettingsProvider is missing');
  return value;
}

function pick<T extends string>(key: string, known: readonly T[], otherwise: () => T): T {
  const kept = localStorage.getItem(key);
  return known.find((one) => one === kept) ?? otherwise();
}

function keep<T extends string>(key: string, value: T): T {
  localStorage.setItem(key, value);
  return value;
}
