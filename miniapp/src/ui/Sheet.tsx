import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addOverlay } from '../app/navigation';

interface SheetProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
  /** What the button that closes it says; "Cancel" when nothing is said. */
  dismiss?: string;
  /** `sheet` rises from below, `full` covers everything (pictures). */
  kind?: 'sheet' | 'full';
}

/** Something over the screen: keeps the focus inside; back, Esc and a tap beside it close it. */
export function Sheet({ label, onClose, children, dismiss, kind = 'sheet' }: SheetProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const forget = addOverlay(() => close.current());
    return () => {
      forget();
      element?.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={kind}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={`${kind}-body`}>
        {kind === 'sheet' && <div className="sheet-handle" aria-hidden="true" />}
        {children}
        {kind === 'sheet' && (
          <button type="button" className="button quiet" onClick={onClose}>
            {dismiss ?? t('actions.cancel')}
          </button>
        )}
      </div>
    </dialog>
  );
}
