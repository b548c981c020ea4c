import { isAtLeast, launch } from './launch';

/**
 * The messages between a Mini App and Telegram (core.telegram.org/bots/webapps and
 * docs.telegram-mini-apps.com/platform): written here because the ready-made bridge brings 12 kB
 * of script to the first screen, a tenth of all it may weigh.
 */

interface NativeProxy {
  postEvent: (type: string, data: string) => void;
}
declare global {
  interface Window {
    /** Put in by Telegram's own programs. */
    TelegramWebviewProxy?: NativeProxy;
    /** Where they call us: the names of three generations of their programs. */
    Telegram?: { WebView?: object };
    TelegramGameProxy?: object;
    TelegramGameProxy_receiveEvent?: unknown;
  }
}

export type EventData = Readonly<Record<string, unknown>>;
type Listener = (data: EventData) => void;

/** From which version of the protocol on a client knows a method. */
const SINCE = {
  web_app_ready: '6.0',
  web_app_expand: '6.0',
  web_app_close: '6.0',
  web_app_open_link: '6.0',
  web_app_setup_main_button: '6.0',
  iframe_ready: '6.0',
  web_app_setup_back_button: '6.1',
  web_app_set_header_color: '6.1',
  web_app_set_background_color: '6.1',
  web_app_trigger_haptic_feedback: '6.1',
  web_app_open_tg_link: '6.1',
  web_app_setup_closing_behavior: '6.2',
  web_app_switch_inline_query: '6.7',
  web_app_setup_settings_button: '6.10',
  web_app_setup_swipe_behavior: '7.7',
  web_app_setup_secondary_button: '7.10',
  web_app_set_bottom_bar_color: '7.10',
  web_app_request_safe_area: '8.0',
  web_app_request_content_safe_area: '8.0',
  web_app_request_file_download: '8.0',
  web_app_check_home_screen: '8.0',
  web_app_add_to_home_screen: '8.0',
} as const;
export type Method = keyof typeof SINCE;

const WEB_TELEGRAM = 'https://web.telegram.org';
const inFrame = window.parent !== window;

/** Whether the page around us is our own (the sandbox): only then may we read its address. */
function isOurs(): boolean {
  if (!inFrame) return false;
  try {
    return window.parent.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

export const hostIsOurs = isOurs();
const hostOrigin = hostIsOurs ? window.location.origin : WEB_TELEGRAM;
const native = window.TelegramWebviewProxy;

/**
 * Opened by Telegram (or by the sandbox that plays it). A launch address opened in a plain browser
 * signs in, but nobody listens there: the page then draws the main and back buttons itself.
 */
export const insideTelegram = launch !== null && (inFrame || native !== undefined);

/** Whether the client around us knows a method. */
export function can(method: Method): boolean {
  return insideTelegram && launch !== null && isAtLeast(launch.version, SINCE[method]);
}

/** Calls a method; one that the client does not know is not called. */
export function postEvent(method: Method, data?: EventData): void {
  if (!can(method)) return;
  if (native) native.postEvent(method, JSON.stringify(data ?? null));
  else {
    const message = JSON.stringify({ eventType: method, eventData: data });
    window.parent.postMessage(message, hostOrigin);
  }
}

const listeners = new Map<string, Set<Listener>>();

/** Called for each event of a name; call the answer to stop. */
export function on(name: string, listener: Listener): () => void {
  const known = listeners.get(name) ?? new Set();
  listeners.set(name, known.add(listener));
  return () => known.delete(listener);
}

function receive(name: unknown, data: unknown): void {
  const known = typeof data === 'object' && data !== null ? (data as EventData) : {};
  for (const listener of [...(listeners.get(String(name)) ?? [])]) listener(known);
}

function receiveMessage(event: MessageEvent<unknown>): void {
  if (event.source !== window.parent || event.origin !== hostOrigin) return;
  if (typeof event.data !== 'string') return;
  try {
    const { eventType, eventData } = JSON.parse(event.data) as EventData;
    receive(eventType, eventData);
  } catch {
    // Not of this protocol.
  }
}

if (inFrame) window.addEventListener('message', receiveMessage);
if (native) {
  window.Telegram = { ...window.Telegram, WebView: { receiveEvent: receive } };
  window.TelegramGameProxy = { receiveEvent: receive };
  window.TelegramGameProxy_receiveEvent = receive;
}
