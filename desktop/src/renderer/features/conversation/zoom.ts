/** Times the size in which the picture fits into the window. */
export const MIN_ZOOM = 1;
export const MAX_ZOOM = 8;
const STEP = 1.5;

function within(zoom: number): number {
  const rounded = Math.round(zoom * 100) / 100;
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, rounded));
}

/** One step larger (1) or smaller (-1). */
export function zoomTo(zoom: number, direction: 1 | -1): number {
  return within(direction === 1 ? zoom * STEP : zoom / STEP);
}

/** What a key makes of the size; null: it means something else. */
export function zoomKey(key: string, zoom: number): number | null {
  if (key === '+' || key === '=') return zoomTo(zoom, 1);
  if (key === '-' || key === '_') return zoomTo(zoom, -1);
  return key === '0' ? MIN_ZOOM : null;
}

/** Turning the wheel, or two fingers, by so many pixels. */
export function zoomByWheel(zoom: number, pixels: number): number {
  return within(zoom * Math.exp(-pixels / 400));
}
