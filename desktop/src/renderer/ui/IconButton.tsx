import type { ComponentProps } from 'react';
import classes from './IconButton.module.css';

/** A button that is only a picture: its label is read aloud and shown on hover (see TooltipHost). */
export function IconButton({
  label,
  shortcut,
  pressed,
  ...rest
}: { label: string; shortcut?: string; pressed?: boolean } & Omit<
  ComponentProps<'button'>,
  'aria-label'
>) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      data-tip={shortcut === undefined ? label : `${label} · ${shortcut}`}
      {...rest}
      className={`${classes.button} ${rest.className ?? ''}`}
    />
  );
}
