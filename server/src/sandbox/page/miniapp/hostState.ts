/** What a Mini App has asked its host to show. */
export interface BottomButton {
  isVisible: boolean;
  isActive: boolean;
  isProgressVisible: boolean;
  text: string;
  color?: string;
  textColor?: string;
  hasShine: boolean;
  position?: string;
}

export interface Popup {
  title: string;
  message: string;
  buttons: { id: string; type: string; text?: string }[];
}

export interface HostState {
  ready: boolean;
  main: BottomButton;
  secondary: BottomButton;
  back: boolean;
  settings: boolean;
  confirmClosing: boolean;
  /** A colour or the name of a theme parameter. */
  header: string;
  background: string;
  bottomBar: string;
  popup: Popup | null;
}

const hidden: BottomButton = {
  isVisible: false,
  isActive: true,
  isProgressVisible: false,
  text: '',
  hasShine: false,
};

export const emptyHost: HostState = {
  ready: false,
  main: hidden,
  secondary: { ...hidden, position: 'left' },
  back: false,
  settings: false,
  confirmClosing: false,
  header: 'header_bg_color',
  background: 'bg_color',
  bottomBar: 'bottom_bar_bg_color',
  popup: null,
};

export type EventData = Record<string, unknown>;

/** Applies one method call of the Mini App to what the host shows; others leave it as it is. */
export function reduceHost(state: HostState, type: string, data: EventData): HostState {
  switch (type) {
    case 'web_app_ready':
      return { ...state, ready: true };
    case 'web_app_setup_main_button':
      return { ...state, main: mergeButton(state.main, data) };
    case 'web_app_setup_secondary_button':
      return { ...state, secondary: mergeButton(state.secondary, data) };
    case 'web_app_setup_back_button':
      return { ...state, back: data['is_visible'] === true };
    case 'web_app_setup_settings_button':
      return { ...state, settings: data['is_visible'] === true };
    case 'web_app_setup_closing_behavior':
      return { ...state, confirmClosing: data['need_confirmation'] === true };
    case 'web_app_set_header_color':
      return { ...state, header: colorOf(data['color'] ?? data['color_key'], state.header) };
    case 'web_app_set_background_color':
      return { ...state, background: colorOf(data['color'], state.background) };
    case 'web_app_set_bottom_bar_color':
      return { ...state, bottomBar: colorOf(data['color'], state.bottomBar) };
    case 'web_app_open_popup':
      return { ...state, popup: popupOf(data) };
    default:
      return state;
  }
}

function mergeButton(before: BottomButton, data: EventData): BottomButton {
  const flag = (name: string, otherwise: boolean) =>
    typeof data[name] === 'boolean' ? data[name] : otherwise;
  const text = (name: string, otherwise: string | undefined) =>
    typeof data[name] === 'string' ? data[name] : otherwise;
  return {
    isVisible: flag('is_visible', before.isVisible),
    isActive: flag('is_active', before.isActive),
    isProgressVisible: flag('is_progress_visible', before.isProgressVisible),
    hasShine: flag('has_shine_effect', before.hasShine),
    text: text('text', before.text) ?? '',
    color: text('color', before.color),
    textColor: text('text_color', before.textColor),
    position: text('position', before.position),
  };
}

/** What a Mini App sends as text; empty for everything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function colorOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' && /^(#[0-9a-f]{6}|[a-z_]{3,40})$/i.test(value)
    ? value
    : otherwise;
}

function popupOf(data: EventData): Popup {
  const buttons = Array.isArray(data['buttons']) ? (data['buttons'] as EventData[]) : [];
  return {
    title: textOf(data['title']),
    message: textOf(data['message']),
    buttons: buttons.slice(0, 3).map((button) => ({
      id: textOf(button['id']),
      type: textOf(button['type']) || 'default',
      text: typeof button['text'] === 'string' ? button['text'] : undefined,
    })),
  };
}
