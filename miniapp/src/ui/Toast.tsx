import { createStore, useStore } from '../state/store';

interface ToastAction {
  label: string;
  onPress: () => void;
}

const toast = createStore<{ text: string; action: ToastAction | null } | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Milliseconds; what can be taken back stays longer. */
const SHOWN = 3_500;
const SHOWN_WITH_ACTION = 8_000;

/** Says something short under the head of the screen, with a way to take it back if there is one. */
export function showToast(text: string, action: ToastAction | null = null): void {
  toast.set({ text, action });
  clearTimeout(timer);
  timer = setTimeout(() => toast.set(null), action ? SHOWN_WITH_ACTION : SHOWN);
}

export function Toast() {
  const shown = useStore(toast);
  return (
    <div role="status" className="toast-holder">
      {shown !== null && (
        <div className="toast">
          {shown.text}
          {shown.action && (
            <button
              type="button"
              className="toast-action"
              data-testid="toast-action"
              onClick={() => {
                toast.set(null);
                shown.action?.onPress();
              }}
            >
              {shown.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
