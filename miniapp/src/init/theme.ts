import type { ThemeParams } from './launchData';
import { paintPage } from './palette';
import { launchTheme, onTheme, paintFrame } from './telegram';

function apply(theme: ThemeParams): void {
  const colors = paintPage(theme);
  paintFrame({ header: colors.header, background: colors.page, bottom: colors.surface });
}

/** Paints the page in Telegram's colours and follows their changes. */
export function followTheme(): void {
  let theme = launchTheme;
  apply(theme);
  onTheme((next) => {
    theme = next;
    apply(theme);
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(theme));
}
