import { useEffect, useMemo } from 'react';
import { useSettings } from '../app/settings';
import { Icon } from '../ui/Icon';
import { formatSize } from './time';

interface Props {
  files: File[];
  asFiles: boolean;
  onAsFiles: (asFiles: boolean) => void;
  onRemove: (index: number) => void;
}

/** The chosen files before they are sent. */
export function FileTray({ files, asFiles, onAsFiles, onRemove }: Props) {
  const { t, locale } = useSettings();
  const previews = useMemo(
    () => files.map((file) => (file.type.startsWith('image/') ? URL.createObjectURL(file) : null)),
    [files],
  );
  useEffect(
    () => () => {
      for (const preview of previews) if (preview !== null) URL.revokeObjectURL(preview);
    },
    [previews],
  );
  const pictures = previews.some((preview) => preview !== null);
  return (
    <div className="fileTray">
      <ul>
        {files.map((file, index) => (
          <li key={`${file.name}:${index}`} title={file.name}>
            {typeof previews[index] === 'string' && !asFiles ? (
              <img src={previews[index]} alt={file.name} />
            ) : (
              <span className="trayFile">
                <Icon name="file" size={22} />
                <b>{file.name}</b>
                <small>{formatSize(file.size, locale)}</small>
              </span>
            )}
            <button
              type="button"
              onClick={() => onRemove(index)}
              aria-label={`${t.remove}: ${file.name}`}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      {pictures && (
        <label>
          <input
            type="checkbox"
            checked={asFiles}
            onChange={(event) => onAsFiles(event.target.checked)}
          />
          {t.asFiles}
        </label>
      )}
    </div>
  );
}
