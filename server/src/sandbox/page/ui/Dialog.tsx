import { useEffect, useRef } from 'react';

export interface DialogButton {
  id: string;
  text: string;
  destructive?: boolean;
}

interface Props {
  title?: string;
  message: string;
  buttons: DialogButton[];
  /** The pressed button, or undefined when the box was dismissed. */
  onClose: (buttonId?: string) => void;
}

/** A modal box in the manner of Telegram's popups. */
export function Dialog({ title, message, buttons, onClose }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = box.current;
    if (shown !== null && !shown.open) shown.showModal();
  }, []);
  return (
    <dialog
      ref={box}
      className="dialog"
      data-testid="dialog"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      <div className="dialogBody">
        {title !== undefined && title !== '' && <h2>{title}</h2>}
        <p>{message}</p>
        <div className="dialogButtons">
          {buttons.map((button) => (
            <button
              key={button.id}
              type="button"
              className={button.destructive === true ? 'destructive' : undefined}
              onClick={() => onClose(button.id)}
            >
              {button.text}
            </button>
          ))}
        </div>
      </div>
    </dialog>
  );
}
