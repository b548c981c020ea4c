import type { DesktopBridge } from '../../bridge';

/** Characters of a message and of a stack that are worth keeping. */
const MESSAGE = 2_000;
const STACK = 10_000;

/** Keeps what goes wrong in the page in the program's log; the answer stops it. */
export function watchErrors(bridge: DesktopBridge): () => void {
  const tell = (error: unknown) => {
    const known = error instanceof Error ? error : null;
    bridge.program?.reportError({
      message: (known ? `${known.name}: ${known.message}` : String(error)).slice(0, MESSAGE),
      stack: known?.stack?.slice(0, STACK) ?? null,
    });
  };
  const onError = (event: ErrorEvent) => tell(event.error ?? event.message);
  const onRejection = (event: PromiseRejectionEvent) => tell(event.reason);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}
