import { useRef, type ReactNode } from 'react';

/** What the desk takes; it looks into the files itself, this only guides the choice. */
const ACCEPTED =
  'image/*,.heic,.pdf,.txt,.csv,.doc,.docx,.xls,.xlsx,.zip,.rar,.ogg,.mp3,.mp4,.webm';

interface AddFilesProps {
  label: string;
  className: string;
  disabled: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** A button that lets the person choose from camera, gallery or files. */
export function AddFiles({ label, className, disabled, onFiles, children }: AddFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        data-testid="file-input"
        disabled={disabled}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // Choosing the same file again must count as a choice.
          event.target.value = '';
        }}
      />
    </>
  );
}
