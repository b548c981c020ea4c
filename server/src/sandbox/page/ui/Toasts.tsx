import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { Dialog } from './Dialog';

interface Toasts {
  /** A line that goes away by itself. */
  show: (text: string) => void;
  /** A box that waits for OK. */
  alert: (text: string) => void;
}

const Context = createContext<Toasts | null>(null);
const shownMs = 3_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<{ id: number; text: string }[]>([]);
  const [box, setBox] = useState<string | null>(null);
  const next = useRef(1);
  const show = useCallback((text: string) => {
    const id = next.current++;
    setToasts((all) => [...all.slice(-2), { id, text }]);
    setTimeout(() => setToasts((all) => all.filter((one) => one.id !== id)), shownMs);
  }, []);
  const value = useMemo(() => ({ show, alert: setBox }), [show]);
  return (
    <Context value={value}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ id, text }) => (
          <div className="toast" key={id} data-testid="toast">
            {text}
          </div>
        ))}
      </div>
      {box !== null && (
        <Dialog message={box} buttons={[{ id: 'ok', text: 'OK' }]} onClose={() => setBox(null)} />
      )}
    </Context>
  );
}

export function useToasts(): Toasts {
  const value = use(Context);
  if (value === null) throw new Error('ToastProvider is missing');
  return value;
}
