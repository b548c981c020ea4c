import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Theme } from '../app/settings';
import { emptyHost, reduceHost, textOf, type EventData, type HostState } from './hostState';
import { themeParams } from './theme';

interface Options {
  /** Origin of the Mini App; nothing is posted to, or taken from, any other. */
  origin: string;
  theme: Theme;
  onClose: () => void;
  onTelegramLink: (href: string) => void;
  onHaptic: (kind: string) => void;
}

type HostAction = { type: string; data: EventData };

const reducer = (state: HostState, { type, data }: HostAction): HostState => {
  if (type === 'popup_closed') return { ...state, popup: null };
  return type === 'restarted' ? emptyHost : reduceHost(state, type, data);
};

const noInsets = { top: 0, bottom: 0, left: 0, right: 0 };
const scrollbars =
  '*{scrollbar-width:thin;scrollbar-color:rgba(128,128,128,.4) transparent}::-webkit-scrollbar{width:6px}';

/** The host's side of the Mini App protocol over `postMessage`, as Telegram Web speaks it. */
export function useHost({ origin, theme, onClose, onTelegramLink, onHaptic }: Options) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, dispatch] = useReducer(reducer, emptyHost);
  /** Grows with every reload: a new frame begins. */
  const [turn, setTurn] = useState(0);
  const storage = useRef(new Map<string, string>());

  /** Before the app's first word the frame is still blank and would refuse what is posted. */
  const linked = useRef(false);

  const post = useCallback(
    (eventType: string, eventData?: unknown) => {
      if (!linked.current) return;
      frame.current?.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), origin);
    },
    [origin],
  );
  const postViewport = useCallback(() => {
    const box = frame.current;
    if (box === null) return;
    post('viewport_changed', {
      width: box.offsetWidth,
      height: box.offsetHeight,
      is_expanded: true,
      is_state_stable: true,
    });
  }, [post]);
  const postTheme = useCallback(
    () => post('theme_changed', { theme_params: themeParams[theme] }),
    [post, theme],
  );

  useEffect(() => {
    const answers: Record<string, (data: EventData) => void> = {
      iframe_ready: () => post('set_custom_style', scrollbars),
      web_app_request_theme: postTheme,
      web_app_request_viewport: postViewport,
      web_app_expand: postViewport,
      web_app_request_safe_area: () => post('safe_area_changed', noInsets),
      web_app_request_content_safe_area: () => post('content_safe_area_changed', noInsets),
      web_app_close: onClose,
      web_app_open_link: (data) => openLink(data['url']),
      web_app_open_tg_link: (data) => onTelegramLink(`https://t.me${textOf(data['path_full'])}`),
      web_app_trigger_haptic_feedback: (data) => onHaptic(hapticOf(data)),
      web_app_read_text_from_clipboard: (data) =>
        post('clipboard_text_received', { req_id: data['req_id'], data: null }),
      web_app_biometry_get_info: () => post('biometry_info_received', { available: false }),
      web_app_check_location: () => post('location_checked', { available: false }),
      web_app_check_home_screen: () => post('home_screen_checked', { status: 'unsupported' }),
      web_app_request_fullscreen: () => post('fullscreen_failed', { error: 'UNSUPPORTED' }),
      web_app_request_write_access: () => post('write_access_requested', { status: 'allowed' }),
      web_app_request_phone: () => post('phone_requested', { status: 'cancelled' }),
      web_app_request_file_download: (data) => {
        openLink(data['url']);
        post('file_download_requested', { status: 'downloading' });
      },
      web_app_invoke_custom_method: (data) =>
        post('custom_method_invoked', {
          req_id: data['req_id'],
          ...cloudStorage(storage.current, String(data['method']), data['params']),
        }),
      web_app_device_storage_save_key: (data) => {
        storage.current.set(`device:${String(data['key'])}`, String(data['value']));
        post('device_storage_key_saved', { req_id: data['req_id'] });
      },
      web_app_device_storage_get_key: (data) =>
        post('device_storage_key_received', {
          req_id: data['req_id'],
          value: storage.current.get(`device:${String(data['key'])}`) ?? null,
        }),
    };
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source !== frame.current?.contentWindow || typeof event.data !== 'string') return;
      linked.current = true;
      const message = parseMessage(event.data);
      if (message === undefined) return;
      dispatch(message);
      answers[message.type]?.(message.data);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [post, postTheme, postViewport, onClose, onTelegramLink, onHaptic]);

  useEffect(postTheme, [postTheme]);

  useEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const watch = new ResizeObserver(postViewport);
    watch.observe(box);
    return () => watch.disconnect();
  }, [postViewport, turn]);

  const closePopup = (buttonId: string | undefined) => {
    dispatch({ type: 'popup_closed', data: {} });
    post('popup_closed', buttonId === undefined ? {} : { button_id: buttonId });
  };
  const restart = () => {
    linked.current = false;
    setTurn(turn + 1);
    dispatch({ type: 'restarted', data: {} });
  };
  return { frame, turn, state, post, closePopup, restart };
}

function parseMessage(text: string): HostAction | undefined {
  try {
    const { eventType, eventData } = JSON.parse(text) as EventData;
    if (typeof eventType !== 'string') return undefined;
    const known = typeof eventData === 'object' && eventData !== null;
    return { type: eventType, data: known ? (eventData as EventData) : {} };
  } catch {
    return undefined;
  }
}

function openLink(url: unknown): void {
  if (typeof url === 'string' && /^https?:\/\//i.test(url)) window.open(url, '_blank', 'noopener');
}

function hapticOf(data: EventData): string {
  return textOf(data['notification_type'] ?? data['impact_style'] ?? data['type']);
}

/** CloudStorage, kept while the Mini App is open. */
function cloudStorage(
  storage: Map<string, string>,
  method: string,
  raw: unknown,
): { result: unknown } | { error: string } {
  const params = (raw ?? {}) as EventData;
  const keys = [params['keys'] ?? params['key'] ?? []].flat().map(String);
  switch (method) {
    case 'saveStorageValue':
      storage.set(String(params['key']), String(params['value']));
      return { result: true };
    case 'getStorageValues':
      return { result: Object.fromEntries(keys.map((key) => [key, storage.get(key) ?? ''])) };
    case 'getStorageKeys':
      return { result: [...storage.keys()].filter((key) => !key.startsWith('device:')) };
    case 'deleteStorageValues':
      for (const key of keys) storage.delete(key);
      return { result: true };
    default:
      return { error: 'UNKNOWN_METHOD' };
  }
}
