import type { Theme } from '../app/settings';

/** `themeParams` of a Mini App, as Telegram names them, for the page's two themes. */
export const themeParams: Record<Theme, Record<string, string>> = {
  light: {
    bg_color: '#ffffff',
    text_color: '#000000',
    hint_color: '#707579',
    link_color: '#1d6fc0',
    button_color: '#1d6fc0',
    button_text_color: '#ffffff',
    secondary_bg_color: '#f4f4f5',
    header_bg_color: '#ffffff',
    accent_text_color: '#1d6fc0',
    section_bg_color: '#ffffff',
    section_header_text_color: '#707579',
    section_separator_color: '#e5e5ea',
    subtitle_text_color: '#707579',
    destructive_text_color: '#e53935',
    bottom_bar_bg_color: '#ffffff',
  },
  dark: {
    bg_color: '#17212b',
    text_color: '#f5f5f5',
    hint_color: '#8a9aa9',
    link_color: '#6ab3f3',
    button_color: '#3f73a8',
    button_text_color: '#ffffff',
    secondary_bg_color: '#0e1621',
    header_bg_color: '#17212b',
    accent_text_color: '#6ab2f2',
    section_bg_color: '#17212b',
    section_header_text_color: '#6ab3f3',
    section_separator_color: '#101921',
    subtitle_text_color: '#8a9aa9',
    destructive_text_color: '#ec3942',
    bottom_bar_bg_color: '#17212b',
  },
};

/** Black or white, whichever reads better on `#rrggbb`. */
export function readableOn(color: string): string {
  const value = Number.parseInt(color.slice(1), 16);
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) > 150
    ? '#000000'
    : '#ffffff';
}
