import { luminance, parseHex, readable } from './contrast';
import type { ThemeParams } from './launchData';

export interface Palette {
  page: string;
  surface: string;
  raised: string;
  text: string;
  hint: string;
  link: string;
  button: string;
  buttonText: string;
  danger: string;
  header: string;
}

/** The original's palette: what stands where Telegram says nothing. */
const DARK: Palette = {
  page: '#0a0a0a',
  surface: '#1c1c1e',
  raised: '#2c2c2e',
  text: '#f2f2f7',
  hint: '#8e8e93',
  link: '#0a84ff',
  button: '#007aff',
  buttonText: '#ffffff',
  danger: '#ff453a',
  header: '#0f0f0f',
};
const LIGHT: Palette = {
  page: '#f2f2f7',
  surface: '#ffffff',
  raised: '#ececf1',
  text: '#0f0f10',
  hint: '#6c6c72',
  link: '#0064d2',
  button: '#007aff',
  buttonText: '#ffffff',
  danger: '#c92a20',
  header: '#f7f7fa',
};

function isDark(color: string): boolean {
  return luminance(parseHex(color) ?? [255, 255, 255]) < 0.18;
}

/** Telegram's colours where it gives them, made readable where they are not. */
export function paletteOf(theme: ThemeParams, preferDark: boolean): Palette & { dark: boolean } {
  const dark = theme.bg_color === undefined ? preferDark : isDark(theme.bg_color);
  const base = dark ? DARK : LIGHT;
  const surface = theme.section_bg_color ?? theme.bg_color ?? base.surface;
  const page = theme.secondary_bg_color ?? base.page;
  const grounds = [surface, page];
  const buttonText = theme.button_text_color ?? base.buttonText;
  return {
    dark,
    page,
    surface,
    raised: theme.bg_color === undefined ? base.raised : page,
    text: readable(theme.text_color ?? base.text, grounds),
    hint: readable(theme.subtitle_text_color ?? theme.hint_color ?? base.hint, grounds),
    link: readable(theme.accent_text_color ?? theme.link_color ?? base.link, grounds),
    button: readable(theme.button_color ?? base.button, [buttonText]),
    buttonText,
    danger: readable(theme.destructive_text_color ?? base.danger, grounds),
    header: theme.header_bg_color ?? (theme.bg_color === undefined ? base.header : page),
  };
}

/** Paints the page; returns the colours that Telegram's frame around it should get. */
export function paintPage(theme: ThemeParams): Palette {
  const preferDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const { dark, ...colors } = paletteOf(theme, preferDark);
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  for (const [name, color] of Object.entries(colors)) {
    const variable = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    root.style.setProperty(`--${variable}`, color);
  }
  return colors;
}
