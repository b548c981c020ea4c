import { useCallback, useRef } from 'react';
import { useSettings } from '../app/settings';
import { Icon } from '../ui/Icon';
import { PopMenu } from '../ui/PopMenu';

interface Props {
  open: boolean;
  onOpen: (open: boolean) => void;
  onFiles: (files: File[], forceFiles: boolean) => void;
  onLocation: () => void;
  onContact: () => void;
}

export function AttachMenu({ open, onOpen, onFiles, onLocation, onContact }: Props) {
  const { t } = useSettings();
  const picker = useRef<HTMLInputElement>(null);
  const forceFiles = useRef(false);
  const close = useCallback(() => onOpen(false), [onOpen]);
  const choose = (accept: string, asFiles: boolean) => {
    if (picker.current === null) return;
    forceFiles.current = asFiles;
    picker.current.accept = accept;
    picker.current.click();
  };
  return (
    <div className="attach">
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-testid="attach-input"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])], forceFiles.current);
          forceFiles.current = false;
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        className="round"
        aria-label={t.attach}
        aria-expanded={open}
        data-testid="attach-button"
        onClick={() => onOpen(!open)}
      >
        <Icon name="attach" />
      </button>
      {open && (
        <PopMenu className="attachMenu" onClose={close}>
          <button
            type="button"
            role="menuitem"
            onClick={() => choose('image/*,video/*,audio/ogg', false)}
          >
            <Icon name="photo" size={20} /> {t.photo}
          </button>
          <button type="button" role="menuitem" onClick={() => choose('', true)}>
            <Icon name="file" size={20} /> {t.file}
          </button>
          <button type="button" role="menuitem" onClick={onLocation} data-testid="send-location">
            <Icon name="location" size={20} /> {t.location}
          </button>
          <button type="button" role="menuitem" onClick={onContact} data-testid="send-contact">
            <Icon name="contact" size={20} /> {t.contact}
          </button>
        </PopMenu>
      )}
    </div>
  );
}
