import { useRef } from 'react';
import classes from './ResizeHandle.module.css';

interface Props {
  label: string;
  /** Pixels. */
  size: number;
  min: number;
  max: number;
  /** Which side of the handle the resized pane is on. */
  pane: 'left' | 'right';
  onResize: (size: number) => void;
}

const STEP = 16;

/** The border of a (positioned) pane that can be dragged, or moved with the arrow keys, to resize a pane. */
export function ResizeHandle({ label, size, min, max, pane, onResize }: Props) {
  const from = useRef({ x: 0, size: 0 });
  const direction = pane === 'left' ? 1 : -1;
  const resize = (next: number) => onResize(Math.round(Math.min(max, Math.max(min, next))));
  return (
    <div
      className={classes.handle}
      data-pane={pane}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, size };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        resize(from.current.size + direction * (event.clientX - from.current.x));
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') resize(size - direction * STEP);
        else if (event.key === 'ArrowRight') resize(size + direction * STEP);
        else return;
        event.preventDefault();
      }}
    />
  );
}
