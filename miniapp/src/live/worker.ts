/**
 * Lets the app open without a network, where Telegram's web view allows it (not on iOS). Anything
 * that goes wrong here only means that it will not.
 */
export function installWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker.register('/app/worker.js', { scope: '/app/' }).catch(() => undefined);
}
