import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  className?: string;
  style?: { left?: number; top?: number };
  onClose: () => void;
  children: ReactNode;
}

/** A floating menu that a click elsewhere or Escape closes. */
export function PopMenu({ className = '', style, onClose, children }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const away = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target) === true) return;
      onClose();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    // On the next turn: the click that opened the menu is still on its way up.
    const timer = setTimeout(() => document.addEventListener('pointerdown', away));
    document.addEventListener('keydown', escape);
    menu.current?.querySelector('button')?.focus({ preventScroll: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', escape);
    };
  }, [onClose]);
  return (
    <div className={`popMenu ${className}`} style={style} ref={menu} role="menu">
      {children}
    </div>
  );
}
