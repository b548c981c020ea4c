import { IconSearch } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import classes from './SearchLine.module.css';

interface Props extends Omit<ComponentProps<'input'>, 'onChange'> {
  large?: boolean;
  onText: (text: string) => void;
}

/** The field over a list of what was found; it has the focus as soon as it is there. */
export function SearchLine({ large = false, onText, ...input }: Props) {
  return (
    <div className={classes.line} data-large={large || undefined}>
      <IconSearch size={large ? 16 : 14} stroke={1.8} aria-hidden="true" />
      <input
        // At once, not when the dialog has settled: the next letter belongs in here.
        autoFocus
        data-autofocus
        {...input}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}
