import { Tooltip } from '@mantine/core';
import type { ComponentProps } from 'react';
import classes from './IconButton.module.css';

/** A button that is only a picture: its label is read aloud and shown on hover. */
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
    <Tooltip label={shortcut === undefined ? label : `${label} · ${shortcut}`}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={`${classes.button} ${rest.className ?? ''}`}
      />
    </Tooltip>
  );
}
