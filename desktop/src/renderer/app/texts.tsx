import type { i18n, TFunction } from 'i18next';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { I18nextProvider, useTranslation as useOwnTranslation } from 'react-i18next';

interface Texts {
  t: TFunction;
  i18n: i18n;
}

const TextsContext = createContext<Texts | null>(null);

/**
 * i18next works out a text anew each time, and a ticket has hundreds: those into which nothing is
 * put are kept.
 */
function remembering(t: TFunction): TFunction {
  const known = new Map<unknown, string>();
  return new Proxy(t, {
    apply(look, self, given: unknown[]) {
      const [key] = given;
      const kept = given.length === 1 ? known.get(key) : undefined;
      if (kept !== undefined) return kept;
      const text: unknown = Reflect.apply(look, self, given);
      if (given.length === 1 && typeof key === 'string' && typeof text === 'string')
        known.set(key, text);
      return text;
    },
  });
}

function Shared({ children }: { children: ReactNode }) {
  const { t, i18n: instance } = useOwnTranslation();
  const texts = useMemo(() => ({ t: remembering(t), i18n: instance }), [t, instance]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}

/** The texts of everything below, in the language of that moment. */
export function TextsProvider({ i18n: instance, children }: { i18n: i18n; children: ReactNode }) {
  return (
    <I18nextProvider i18n={instance}>
      <Shared>{children}</Shared>
    </I18nextProvider>
  );
}

/**
 * Texts in the person's language. Followed in one place: react-i18next's own hook copies the whole
 * instance and listens to it anew in each of the hundreds of components that a ticket is made of.
 */
export function useTranslation(): Texts {
  const texts = use(TextsContext);
  if (texts === null) throw new Error('TextsProvider is missing');
  return texts;
}
