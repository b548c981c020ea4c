import { useState, type DragEvent } from 'react';

/** Takes files that are dragged anywhere over an element. */
export function useFileDrop(onFiles: (files: readonly File[]) => void, enabled: boolean) {
  const [dropping, setDropping] = useState(false);
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!enabled || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
    },
    onDrop(event: DragEvent) {
      setDropping(false);
      if (!enabled || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      onFiles([...event.dataTransfer.files]);
    },
  };
  return { dropping, handlers };
}
