import { Menu, type MenuProps } from '@mantine/core';
import {
  cloneElement,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

interface Props extends Pick<MenuProps, 'position' | 'shadow'> {
  /** Of a menu that others open too, e.g. a key. */
  opened?: boolean;
  onChange?: (opened: boolean) => void;
  /** The button that opens it. */
  target: ReactElement<Record<string, unknown>>;
  children: ReactNode;
}

/**
 * A menu that is put together when it is first opened: each ticket has several, of which hardly one
 * is looked into. The focus goes back to where it was.
 */
export function LazyMenu({ opened: asked, onChange, target, children, ...menu }: Props) {
  const [own, setOwn] = useState(false);
  const [used, setUsed] = useState<'by its button' | 'otherwise' | null>(null);
  const [ready, setReady] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const opened = asked ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onChange?.(next);
  };
  if (opened && used === null) setUsed('otherwise');
  useEffect(() => {
    if (used === null) return;
    // The button is another element now; the menu remembers where the focus was when it opens.
    if (used === 'by its button') button.current?.focus();
    setReady(true);
  }, [used]);
  if (used === null) {
    return cloneElement(target, {
      'aria-haspopup': 'menu',
      'aria-expanded': false,
      onClick() {
        setUsed('by its button');
        change(true);
      },
    });
  }
  return (
    <Menu {...menu} opened={opened && ready} onChange={change} transitionProps={{ duration: 0 }}>
      <Menu.Target>{cloneElement(target, { ref: button })}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
