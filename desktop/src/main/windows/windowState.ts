import { z } from 'zod';

export const windowState = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const MINIMUM = { width: 760, height: 520 };
const USUAL = { width: 1280, height: 820 };
/** Pixels of the window that must lie on a screen for a person to get hold of it. */
const REACHABLE = 80;

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

/**
 * Where to open the window: where it was, when a screen is still there, else in the middle of the
 * main screen (no x and y).
 * @param screens work areas of the connected screens
 */
export function placeWindow(
  kept: WindowState | null,
  screens: readonly Rectangle[],
): { width: number; height: number; x?: number; y?: number; maximized: boolean } {
  if (kept === null) return { ...USUAL, maximized: false };
  const width = Math.max(kept.width, MINIMUM.width);
  const height = Math.max(kept.height, MINIMUM.height);
  const reachable = screens.some((screen) => {
    const common = overlap({ ...kept, width, height }, screen);
    return common.width >= REACHABLE && common.height >= REACHABLE && kept.y >= screen.y;
  });
  const place = reachable ? { x: kept.x, y: kept.y } : {};
  return { width, height, ...place, maximized: kept.maximized };
}
