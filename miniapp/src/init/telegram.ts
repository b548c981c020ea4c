import { can, hostIsOurs, insideTelegram, on, postEvent } from './bridge';
import { isAtLeast, launch } from './launch';
import { themeOf, type ThemeParams } from './launchData';

/** Everything the app wants from Telegram goes through this module. */

export { insideTelegram } from './bridge';

export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export type Haptic = 'select' | 'light' | 'success' | 'error' | 'warning';

export const initData = launch?.initData ?? null;
export const startParam = launch?.startParam ?? null;
export const launchTheme: ThemeParams = launch?.theme ?? {};

/** Unix seconds at which Telegram signed the launch; null when it did not. */
export function signedAt(): number | null {
  const value = Number(new URLSearchParams(initData ?? '').get('auth_date'));
  return Number.isInteger(value) && value > 0 ? value : null;
}

/** Whether the native back button exists in this client. */
export const hasBackButton = can('web_app_setup_back_button');
/** Whether the native second button exists in this client. */
export const hasSecondaryButton = can('web_app_setup_secondary_button');

/** Tells Telegram that the first screen stands; asks for the whole height and for what changes. */
export function announceReady(): void {
  if (window.parent !== window) postEvent('iframe_ready', { reload_supported: false });
  postEvent('web_app_ready');
  postEvent('web_app_expand');
  // Pulling the list down must refresh it, not close the app.
  postEvent('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
  postEvent('web_app_setup_settings_button', { is_visible: true });
  postEvent('web_app_request_safe_area');
  postEvent('web_app_request_content_safe_area');
}

export interface BottomButtonState {
  text: string;
  visible: boolean;
  enabled: boolean;
  loading: boolean;
}

function describe(state: BottomButtonState): Record<string, unknown> {
  return {
    is_visible: state.visible,
    is_active: state.enabled && !state.loading,
    is_progress_visible: state.loading,
    text: state.text,
  };
}

export function showMainButton(state: BottomButtonState): void {
  postEvent('web_app_setup_main_button', describe(state));
}

export function showSecondaryButton(state: BottomButtonState): void {
  postEvent('web_app_setup_secondary_button', { ...describe(state), position: 'left' });
}

export function showBackButton(visible: boolean): void {
  postEvent('web_app_setup_back_button', { is_visible: visible });
}

/** Asks before the app is closed, as long as something unsent is on screen. */
export function confirmClosing(needed: boolean): void {
  postEvent('web_app_setup_closing_behavior', { need_confirmation: needed });
}

/** @param colors `#rrggbb` */
export function paintFrame(colors: { header: string; background: string; bottom: string }): void {
  // Before this version a header takes the names of two colours only.
  if (isAtLeast(launch?.version ?? '6.0', '6.9')) {
    postEvent('web_app_set_header_color', { color: colors.header });
  } else {
    postEvent('web_app_set_header_color', { color_key: 'secondary_bg_color' });
  }
  postEvent('web_app_set_background_color', { color: colors.background });
  postEvent('web_app_set_bottom_bar_color', { color: colors.bottom });
}

export function haptic(kind: Haptic): void {
  const effect =
    kind === 'select'
      ? { type: 'selection_change' }
      : kind === 'light'
        ? { type: 'impact', impact_style: 'light' }
        : { type: 'notification', notification_type: kind };
  postEvent('web_app_trigger_haptic_feedback', effect);
}

/** Opens an address in the person's browser; false when the page has to do it itself. */
export function openOutside(url: string): boolean {
  if (!insideTelegram || hostIsOurs) return false;
  postEvent('web_app_open_link', { url });
  return true;
}

/** Opens a `https://t.me/…` link inside of Telegram; false when the page has to do it itself. */
export function openTelegramLink(url: string): boolean {
  const { hostname, pathname, search } = new URL(url);
  if (hostname !== 't.me' || !can('web_app_open_tg_link')) return false;
  postEvent('web_app_open_tg_link', { path_full: pathname + search });
  return true;
}

/** Lets Telegram save a file (https only); false when the page has to do it itself. */
export function saveThroughTelegram(url: string, fileName: string): boolean {
  if (!can('web_app_request_file_download') || hostIsOurs || !url.startsWith('https:'))
    return false;
  postEvent('web_app_request_file_download', { url, file_name: fileName });
  return true;
}

/** Closes the app: the way back to the chat. */
export function closeApp(): void {
  postEvent('web_app_close');
}

/** Whether the app could be put on the phone's home screen; asks Telegram. */
export function checkHomeScreen(answer: (possible: boolean) => void): () => void {
  if (!can('web_app_check_home_screen')) return () => undefined;
  const stop = on('home_screen_checked', ({ status }) => answer(status === 'missed'));
  const added = on('home_screen_added', () => answer(false));
  postEvent('web_app_check_home_screen');
  return () => {
    stop();
    added();
  };
}

export function addToHomeScreen(): void {
  postEvent('web_app_add_to_home_screen');
}

export const onMainButton = (listener: () => void): (() => void) =>
  on('main_button_pressed', listener);
export const onSecondaryButton = (listener: () => void): (() => void) =>
  on('secondary_button_pressed', listener);
export const onBackButton = (listener: () => void): (() => void) =>
  on('back_button_pressed', listener);
export const onSettingsButton = (listener: () => void): (() => void) =>
  on('settings_button_pressed', listener);
export const onTheme = (listener: (theme: ThemeParams) => void): (() => void) =>
  on('theme_changed', (event) => listener(themeOf(event.theme_params)));

function insetsOf(event: Readonly<Record<string, unknown>>): Insets {
  const pixels = (side: unknown): number =>
    typeof side === 'number' && side >= 0 && side < 1_000 ? side : 0;
  const { top, right, bottom, left } = event;
  return { top: pixels(top), right: pixels(right), bottom: pixels(bottom), left: pixels(left) };
}
export const onSafeArea = (listener: (insets: Insets) => void): (() => void) =>
  on('safe_area_changed', (event) => listener(insetsOf(event)));
export const onContentSafeArea = (listener: (insets: Insets) => void): (() => void) =>
  on('content_safe_area_changed', (event) => listener(insetsOf(event)));
