import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/Icon';

/** What the desk takes; it looks into the files itself, this only guides the choice. */
const DOCUMENTS = '.pdf,.txt,.log,.csv,.doc,.docx,.xls,.xlsx,.zip,.rar,.ogg,.mp3,image/*,video/*';

interface FileSourcesProps {
  disabled: boolean;
  /** @param original leave pictures as they are: they were chosen as files */
  onFiles: (files: File[], original: boolean) => void;
}

/** Buttons for the camera (where there is a finger, there is one), the gallery and files. */
export function FileSources({ disabled, onFiles }: FileSourcesProps) {
  const { t } = useTranslation('help');
  const touch = window.matchMedia('(pointer: coarse)').matches;
  return (
    <div className="file-sources">
      {touch && (
        <Source
          icon="camera"
          testId="camera-input"
          accept="image/*"
          camera
          disabled={disabled}
          onFiles={(files) => onFiles(files, false)}
        >
          {t('files.camera')}
        </Source>
      )}
      <Source
        icon="picture"
        testId="photo-input"
        accept="image/*,video/*"
        disabled={disabled}
        onFiles={(files) => onFiles(files, false)}
      >
        {t('files.gallery')}
      </Source>
      <Source
        icon="file"
        testId="file-input"
        accept={DOCUMENTS}
        disabled={disabled}
        onFiles={(files) => onFiles(files, true)}
      >
        {t('files.file')}
      </Source>
    </div>
  );
}

interface SourceProps {
  icon: IconName;
  testId: string;
  accept: string;
  /** Opens the camera at once, for one photo. */
  camera?: boolean;
  disabled: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

function Source({
  icon,
  testId,
  accept,
  camera = false,
  disabled,
  onFiles,
  children,
}: SourceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="file-source"
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        <Icon name={icon} size={20} />
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!camera}
        accept={accept}
        {...(camera && { capture: 'environment' as const })}
        data-testid={testId}
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
