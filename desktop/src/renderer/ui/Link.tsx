import type { ComponentProps, MouseEvent } from 'react';
import { useGo, useIsAt } from '../app/places';

interface Props extends Omit<ComponentProps<'a'>, 'href'> {
  /** An address inside the console. */
  to: string;
  /** Takes the place of the page before it in the history. */
  replace?: boolean;
}

/** A click that the browser would answer in this same window. */
function isPlain(event: MouseEvent): boolean {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}

/** A link to another place of the console. */
export function Link({ to, replace, onClick, ...rest }: Props) {
  const go = useGo();
  return (
    <a
      {...rest}
      href={`#${to}`}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlain(event)) return;
        event.preventDefault();
        go(to, { replace });
      }}
    />
  );
}

/** The same, marked while its place is open. */
export function NavLink(props: Props) {
  const here = useIsAt(props.to);
  return <Link {...props} aria-current={here ? 'page' : undefined} />;
}
