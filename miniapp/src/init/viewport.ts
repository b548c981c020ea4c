import { onContentSafeArea, onSafeArea, type Insets } from './telegram';

function setInsets(prefix: string, insets: Insets): void {
  for (const [side, pixels] of Object.entries(insets)) {
    if (typeof pixels === 'number') {
      document.documentElement.style.setProperty(`--${prefix}-${side}`, `${pixels}px`);
    }
  }
}

/** Keeps the page as high as what is really visible above a keyboard, and clear of notches. */
export function followViewport(): void {
  onSafeArea((insets) => setInsets('safe', insets));
  onContentSafeArea((insets) => setInsets('content-safe', insets));
  const view = window.visualViewport;
  if (!view) return;
  const fit = (): void => {
    // A pinch zoom also shrinks the visual viewport; the layout must not follow that.
    if (view.scale > 1.01) return;
    document.documentElement.style.setProperty('--app-height', `${view.height}px`);
    // iOS scrolls the page under the keyboard although nothing is hidden any more.
    if (window.scrollY !== 0) window.scrollTo(0, 0);
  };
  view.addEventListener('resize', fit);
  fit();
}
