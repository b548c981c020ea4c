import { onContentSafeArea, onSafeArea, type Insets } from './telegram';

function setInsets(prefix: string, insets: Insets): void {
  for (const [side, pixels] of Object.entries(insets)) {
    document.documentElement.style.setProperty(`--${prefix}-${side}`, `${pixels}px`);
  }
}

/** Pixels that only a keyboard takes; a browser's own bars are lower. */
const KEYBOARD = 150;

/** Keeps the page as high as what is really visible above a keyboard, and clear of notches. */
export function followViewport(): void {
  onSafeArea((insets) => setInsets('safe', insets));
  onContentSafeArea((insets) => setInsets('content-safe', insets));
  const view = window.visualViewport;
  if (!view) return;
  const root = document.documentElement;
  let tallest = view.height;
  let width = view.width;
  const fit = (): void => {
    // A pinch zoom also shrinks the visual viewport; the layout must not follow that.
    if (view.scale > 1.01) return;
    // Turned or resized by hand: what was tall says nothing any more.
    if (view.width !== width) [tallest, width] = [view.height, view.width];
    tallest = Math.max(tallest, view.height);
    root.style.setProperty('--app-height', `${view.height}px`);
    root.dataset.keyboard = String(tallest - view.height > KEYBOARD);
    // iOS scrolls the page under the keyboard although nothing is hidden any more.
    if (window.scrollY !== 0) window.scrollTo(0, 0);
  };
  view.addEventListener('resize', fit);
  fit();
}
