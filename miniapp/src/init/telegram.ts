import {
  hasWebviewProxy,
  on,
  postEvent,
  retrieveRawInitData,
  retrieveRawLaunchParams,
  setTargetOrigin,
  supports,
  type MethodName,
} from '@tma.js/bridge';
import { parseTheme, themeOf, type ThemeParams } from './launchData';

/** Everything the app wants from Telegram goes through this module. */

export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export type Haptic = 'select' | 'light' | 'success' | 'error' | 'warning';

interface Launch {
  initData: string | null;
  startParam: string | null;
  platform: string;
  version: string;
  theme: ThemeParams;
}

function readLaunch(): Launch | null {
  try {
    const params = new URLSearchParams(retrieveRawLaunchParams());
    const initData = retrieveRawInitData() ?? null;
    const inData = new URLSearchParams(initData ?? '').get('start_param');
    return {
      initData,
      startParam: params.get('tgWebAppStartParam') ?? inData,
      platform: params.get('tgWebAppPlatform') ?? 'unknown',
      version: params.get('tgWebAppVersion') ?? '6.0',
      theme: parseTheme(params.get('tgWebAppThemeParams')),
    };
  } catch {
    return null;
  }
}

/** Whether the page around us is our own (the sandbox): only then may we read its address. */
function hostIsOurs(): boolean {
  if (window.parent === window) return false;
  try {
    return window.parent.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

const launch = readLaunch();
// The bridge speaks to web.telegram.org only, unless the host is this very server.
if (hostIsOurs()) setTargetOrigin(window.location.origin);

/**
 * Opened by Telegram (or by the sandbox that plays it). A launch address opened in a plain browser
 * signs in, but nobody listens there: the page then draws the main and back buttons itself.
 */
export const insideTelegram =
  launch !== null && (window.parent !== window || hasWebviewProxy(window));
export const initData = launch?.initData ?? null;
export const startParam = launch?.startParam ?? null;
export const launchTheme: ThemeParams = launch?.theme ?? {};

/** Unix seconds at which Telegram signed the launch; null when it did not. */
export function signedAt(): number | null {
  const value = Number(new URLSearchParams(initData ?? '').get('auth_date'));
  return Number.isInteger(value) && value > 0 ? value : null;
}

function can(method: MethodName): boolean {
  return insideTelegram && supports(method, launch?.version ?? '6.0');
}

/** Whether the native back button exists in this client. */
export const hasBackButton = can('web_app_setup_back_button');

/** Tells Telegram that the first screen stands; asks for the whole height and for what changes. */
export function announceReady(): void {
  if (!insideTelegram) return;
  if (window.parent !== window) postEvent('iframe_ready', { reload_supported: false });
  postEvent('web_app_ready');
  postEvent('web_app_expand');
  // Pulling the list down must refresh it, not close the app.
  if (can('web_app_setup_swipe_behavior')) {
    postEvent('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
  }
  if (can('web_app_request_safe_area')) postEvent('web_app_request_safe_area');
  if (can('web_app_request_content_safe_area')) postEvent('web_app_request_content_safe_area');
}

export interface MainButtonState {
  text: string;
  visible: boolean;
  enabled: boolean;
  loading: boolean;
}

export function showMainButton(state: MainButtonState): void {
  if (!insideTelegram) return;
  postEvent('web_app_setup_main_button', {
    is_visible: state.visible,
    is_active: state.enabled && !state.loading,
    is_progress_visible: state.loading,
    text: state.text,
  });
}

export function showBackButton(visible: boolean): void {
  if (hasBackButton) postEvent('web_app_setup_back_button', { is_visible: visible });
}

/** Asks before the app is closed, as long as something unsent is on screen. */
export function confirmClosing(needed: boolean): void {
  if (can('web_app_setup_closing_behavior')) {
    postEvent('web_app_setup_closing_behavior', { need_confirmation: needed });
  }
}

/** @param colors `#rrggbb` */
export function paintFrame(colors: { header: string; background: string; bottom: string }): void {
  if (!insideTelegram || !launch) return;
  const hex = (color: string): `#${string}` => `#${color.replace('#', '')}`;
  if (supports('web_app_set_header_color', 'color', launch.version)) {
    postEvent('web_app_set_header_color', { color: hex(colors.header) });
  }
  if (can('web_app_set_background_color')) {
    postEvent('web_app_set_background_color', { color: hex(colors.background) });
  }
  if (can('web_app_set_bottom_bar_color')) {
    postEvent('web_app_set_bottom_bar_color', { color: hex(colors.bottom) });
  }
}

export function haptic(kind: Haptic): void {
  if (!can('web_app_trigger_haptic_feedback')) return;
  if (kind === 'select') {
    postEvent('web_app_trigger_haptic_feedback', { type: 'selection_change' });
  } else if (kind === 'light') {
    postEvent('web_app_trigger_haptic_feedback', { type: 'impact', impact_style: 'light' });
  } else {
    postEvent('web_app_trigger_haptic_feedback', { type: 'notification', notification_type: kind });
  }
}

/** Opens an address in the person's browser; false when the page has to do it itself. */
export function openOutside(url: string): boolean {
  if (!insideTelegram || hostIsOurs()) return false;
  postEvent('web_app_open_link', { url });
  return true;
}

/** Lets Telegram save a file (https only); false when the page has to do it itself. */
export function saveThroughTelegram(url: string, fileName: string): boolean {
  if (!can('web_app_request_file_download') || hostIsOurs() || !url.startsWith('https:'))
    return false;
  postEvent('web_app_request_file_download', { url, file_name: fileName });
  return true;
}

/** Closes the app: the way back to the chat. */
export function closeApp(): void {
  if (insideTelegram) postEvent('web_app_close');
}

export const onMainButton = (listener: () => void): (() => void) =>
  on('main_button_pressed', listener);
export const onBackButton = (listener: () => void): (() => void) =>
  on('back_button_pressed', listener);
export const onTheme = (listener: (theme: ThemeParams) => void): (() => void) =>
  on('theme_changed', (event) => listener(themeOf(event.theme_params)));
export const onSafeArea = (listener: (insets: Insets) => void): (() => void) =>
  on('safe_area_changed', listener);
export const onContentSafeArea = (listener: (insets: Insets) => void): (() => void) =>
  on('content_safe_area_changed', listener);
