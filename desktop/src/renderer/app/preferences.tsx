import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Preferences } from '../../bridge';
import { useBridge, type SessionState } from './bridge';
import { chooseLanguage, createI18n } from './i18n';
import { useStore, type Store } from './store';
import { TextsProvider } from './texts';
import { cssVariables, theme } from './theme';

interface PreferencesValue {
  preferences: Preferences;
  change: (change: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesValue | null>(null);

/** Language and theme of everything below; applied at once, kept by the bridge. */
export function PreferencesProvider({
  initial,
  session,
  children,
}: {
  initial: Preferences;
  session: Store<SessionState | null>;
  children: ReactNode;
}) {
  const bridge = useBridge();
  const [preferences, setPreferences] = useState(initial);
  // Their language at the desk, for those who have chosen none here.
  const deskLanguage = useStore(session, (state) =>
    state?.status === 'signedIn' ? state.user.language : undefined,
  );
  const language = chooseLanguage(preferences.language, deskLanguage, navigator.language);
  const [i18n] = useState(() => createI18n(language));
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', true, {
    getInitialValueInEffect: false,
  });
  const scheme =
    preferences.theme === 'system' ? (systemDark ? 'dark' : 'light') : preferences.theme;

  useEffect(() => {
    void i18n.changeLanguage(language);
    document.documentElement.lang = language;
  }, [i18n, language]);

  useEffect(() => bridge.on('preferences', setPreferences), [bridge]);

  const value = useMemo(
    () => ({
      preferences,
      change(change: Partial<Preferences>) {
        setPreferences((known) => ({ ...known, ...change }));
        void bridge.preferences.set(change).then(setPreferences);
      },
    }),
    [bridge, preferences],
  );
  return (
    <PreferencesContext value={value}>
      <TextsProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          forceColorScheme={scheme}
          deduplicateCssVariables
        >
          {children}
        </MantineProvider>
      </TextsProvider>
    </PreferencesContext>
  );
}

export function usePreferences(): PreferencesValue {
  const value = use(PreferencesContext);
  if (!value) throw new Error('PreferencesProvider is missing');
  return value;
}
