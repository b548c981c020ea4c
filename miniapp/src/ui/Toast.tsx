import { createStore, useStore } from '../state/store';

const toast = createStore<string | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something short under the head of the screen. */
export function showToast(text: string): void {
  toast.set(text);
  clearTimeout(timer);
  timer = setTimeout(() => toast.set(null), 3_500);
}

export function Toast() {
  const text = useStore(toast);
  return (
    <div role="status" className="toast-holder">
      {text !== null && <div className="toast">{text}</div>}
    </div>
  );
}
