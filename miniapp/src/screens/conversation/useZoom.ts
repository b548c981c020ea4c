import { useEffect, useRef, type RefObject } from 'react';

/** How much a picture grows at most, and by a double tap. */
const MOST = 6;
const DOUBLE_TAP = 2.5;
/** Pixels sideways that go to the next picture; pixels down that close. */
const SWIPE = 60;
const DROP = 110;
/** Milliseconds between the two taps of a double tap. */
const QUICK = 300;

interface Point {
  x: number;
  y: number;
}
interface View extends Point {
  scale: number;
}
interface ZoomActions {
  onSwipe: (by: 1 | -1) => void;
  onDrop: () => void;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** The view with a new scale, in which the point under the fingers stays under them. */
export function scaledAround(view: View, scale: number, point: Point): View {
  const next = Math.min(MOST, Math.max(1, scale));
  if (next === 1) return { scale: 1, x: 0, y: 0 };
  const factor = next / view.scale;
  return {
    scale: next,
    x: point.x - (point.x - view.x) * factor,
    y: point.y - (point.y - view.y) * factor,
  };
}

/**
 * Pinch, double tap, wheel and keys + − 0 enlarge a picture; a large one is moved by a finger, a
 * small one is swiped away sideways or down.
 */
export function useZoom(
  stage: RefObject<HTMLElement | null>,
  picture: RefObject<HTMLElement | null>,
  actions: ZoomActions,
): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const area = stage.current;
    if (!area) return;
    const fingers = new Map<number, Point>();
    let view: View = { scale: 1, x: 0, y: 0 };
    let start: { view: View; fingers: Point[] } | null = null;
    let moved: Point = { x: 0, y: 0 };
    let lastTap = 0;

    const show = (next: View): void => {
      view = next;
      if (!picture.current) return;
      const { x, y, scale } = next;
      picture.current.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
      area.dataset.zoomed = String(scale > 1);
    };
    /** Relative to the middle of the stage, around which the picture grows. */
    const at = (event: { clientX: number; clientY: number }): Point => {
      const box = area.getBoundingClientRect();
      return {
        x: event.clientX - box.left - box.width / 2,
        y: event.clientY - box.top - box.height / 2,
      };
    };
    const begin = (): void => {
      start = { view, fingers: [...fingers.values()] };
    };
    const down = (event: PointerEvent): void => {
      fingers.set(event.pointerId, at(event));
      area.setPointerCapture(event.pointerId);
      moved = { x: 0, y: 0 };
      begin();
    };
    const move = (event: PointerEvent): void => {
      if (!fingers.has(event.pointerId) || !start) return;
      fingers.set(event.pointerId, at(event));
      const [first, second] = [...fingers.values()];
      const [from, fromSecond] = start.fingers;
      if (first && second && from && fromSecond) {
        const scale = (start.view.scale * distance(first, second)) / distance(from, fromSecond);
        const anchor = middle(from, fromSecond);
        const now = middle(first, second);
        const scaled = scaledAround(start.view, scale, anchor);
        show(
          scaled.scale === 1
            ? scaled
            : { ...scaled, x: scaled.x + now.x - anchor.x, y: scaled.y + now.y - anchor.y },
        );
        return;
      }
      if (!first || !from) return;
      moved = { x: first.x - from.x, y: first.y - from.y };
      if (view.scale > 1) {
        show({ ...view, x: start.view.x + moved.x, y: start.view.y + moved.y });
      } else if (picture.current) {
        picture.current.style.transform = `translate(${moved.x}px, ${Math.max(0, moved.y)}px)`;
      }
    };
    const up = (event: PointerEvent): void => {
      if (!fingers.delete(event.pointerId)) return;
      const cancelled = event.type === 'pointercancel';
      if (fingers.size > 0) return begin();
      start = null;
      if (view.scale > 1 && Math.hypot(moved.x, moved.y) > 8) return;
      if (view.scale === 1) {
        show(view);
        if (cancelled) return;
        if (moved.y > DROP && moved.y > Math.abs(moved.x)) return latest.current.onDrop();
        if (Math.abs(moved.x) > SWIPE) return latest.current.onSwipe(moved.x < 0 ? 1 : -1);
      }
      if (Math.hypot(moved.x, moved.y) > 8) return;
      if (event.timeStamp - lastTap < QUICK) {
        show(scaledAround(view, view.scale > 1 ? 1 : DOUBLE_TAP, at(event)));
        lastTap = 0;
      } else {
        lastTap = event.timeStamp;
      }
    };
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      show(scaledAround(view, view.scale * Math.exp(-event.deltaY / 300), at(event)));
    };
    const key = (event: KeyboardEvent): void => {
      const centre = { x: 0, y: 0 };
      if (event.key === '+' || event.key === '=')
        show(scaledAround(view, view.scale * 1.4, centre));
      if (event.key === '-') show(scaledAround(view, view.scale / 1.4, centre));
      if (event.key === '0') show({ scale: 1, x: 0, y: 0 });
    };
    area.addEventListener('pointerdown', down);
    area.addEventListener('pointermove', move);
    area.addEventListener('pointerup', up);
    area.addEventListener('pointercancel', up);
    area.addEventListener('wheel', wheel, { passive: false });
    window.addEventListener('keydown', key);
    return () => {
      area.removeEventListener('pointerdown', down);
      area.removeEventListener('pointermove', move);
      area.removeEventListener('pointerup', up);
      area.removeEventListener('pointercancel', up);
      area.removeEventListener('wheel', wheel);
      window.removeEventListener('keydown', key);
    };
  }, [stage, picture]);
}
