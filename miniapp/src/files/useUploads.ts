import { ApiError } from '@tikethet/shared/client';
import type { Attachment } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useEffect, useRef, useState } from 'react';
import { requestKey } from '../api/requestKey';
import { uploadFile } from '../api/upload';
import { haptic } from '../init/telegram';

export interface Upload {
  key: string;
  /** What travels: smaller than what was chosen, once it has been prepared. */
  file: File | null;
  name: string;
  /** Bytes. */
  size: number;
  /** A picture of it, where the browser can draw one. */
  preview: string | null;
  /** 0 to 1 */
  progress: number;
  state: 'preparing' | 'uploading' | 'done' | 'failed';
  attachment: Attachment | null;
  error: ApiError['code'] | null;
}

/** The same file would be refused again for its size or kind. */
export const REFUSALS: ReadonlySet<string> = new Set([
  'file_too_large',
  'file_type_not_allowed',
  'unsupported_media_type',
]);

const DRAWABLE = /^image\/(jpeg|png|gif|webp)$/;

function tooLarge(file: File): boolean {
  return file.size > (file.type.startsWith('image/') ? LIMITS.imageBytes : LIMITS.fileBytes);
}

/** A file that reached the desk before, for example one of a kept draft. */
function uploaded(attachment: Attachment): Upload {
  return {
    key: attachment.id,
    file: null,
    name: attachment.fileName,
    size: attachment.size,
    preview: attachment.thumbnailUrl,
    progress: 1,
    state: 'done',
    attachment,
    error: null,
  };
}

/**
 * Files on their way to the desk, each with progress, retry and removal. Photos are made smaller
 * first.
 * @param kept files that reached the desk before
 */
export function useUploads(kept: readonly Attachment[] = []) {
  const [uploads, setUploads] = useState<readonly Upload[]>(() => kept.map(uploaded));
  const [refused, setRefused] = useState(false);
  const aborts = useRef(new Map<string, AbortController>());
  const previews = useRef(new Set<string>());

  const change = (key: string, part: Partial<Upload>): void =>
    setUploads((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));

  async function prepare(upload: Upload, chosen: File): Promise<File> {
    const { shrinkPicture } = await import('./shrinkPicture');
    const file = await shrinkPicture(chosen);
    change(upload.key, { file, name: file.name, size: file.size, state: 'uploading' });
    return file;
  }

  async function run(upload: Upload, chosen: File): Promise<void> {
    const abort = new AbortController();
    aborts.current.set(upload.key, abort);
    try {
      const file = upload.state === 'preparing' ? await prepare(upload, chosen) : chosen;
      if (abort.signal.aborted) return;
      if (tooLarge(file)) throw new ApiError(413, 'file_too_large', 'Checked before sending');
      const attachment = await uploadFile(file, {
        key: upload.key,
        signal: abort.signal,
        onProgress: (progress) => change(upload.key, { progress }),
      });
      change(upload.key, { state: 'done', progress: 1, attachment });
    } catch (error) {
      if (abort.signal.aborted) return;
      haptic('error');
      const code = error instanceof ApiError ? error.code : 'internal';
      change(upload.key, { state: 'failed', error: code });
    }
  }

  /** @param original send pictures as they are */
  function add(files: readonly File[], original = false): void {
    const room = LIMITS.attachmentsPerMessage - uploads.length;
    setRefused(files.length > room);
    const fresh = files.slice(0, room).map((file): Upload => {
      const preview = DRAWABLE.test(file.type) ? URL.createObjectURL(file) : null;
      if (preview !== null) previews.current.add(preview);
      return {
        key: requestKey(),
        file,
        name: file.name,
        size: file.size,
        preview,
        progress: 0,
        state: original || !file.type.startsWith('image/') ? 'uploading' : 'preparing',
        attachment: null,
        error: null,
      };
    });
    setUploads((now) => [...now, ...fresh]);
    for (const upload of fresh) if (upload.file) void run(upload, upload.file);
  }

  function retry(key: string): void {
    const upload = uploads.find((one) => one.key === key);
    if (!upload?.file) return;
    // What was made smaller stays as it is: its key stands for these very bytes.
    const again: Upload = { ...upload, state: 'uploading', progress: 0, error: null };
    change(key, again);
    void run(again, upload.file);
  }

  function remove(key: string): void {
    aborts.current.get(key)?.abort();
    setRefused(false);
    setUploads((now) => now.filter((one) => one.key !== key));
  }

  /** Ends what is still on its way, for somebody else to upload it: under the same keys. */
  function takeOver(): { key: string; file: File }[] {
    return uploads.flatMap(({ key, file, attachment }) => {
      if (attachment !== null || file === null) return [];
      aborts.current.get(key)?.abort();
      return { key, file };
    });
  }

  function clear(): void {
    setUploads([]);
    setRefused(false);
  }

  useEffect(() => {
    const running = aborts.current;
    const drawn = previews.current;
    return () => {
      for (const abort of running.values()) abort.abort();
      for (const url of drawn) URL.revokeObjectURL(url);
    };
  }, []);

  return {
    uploads,
    /** More files were chosen than one message takes. */
    refused,
    add,
    retry,
    remove,
    takeOver,
    clear,
    busy: uploads.some((one) => one.state === 'uploading' || one.state === 'preparing'),
    failed: uploads.some((one) => one.state === 'failed'),
    /** Pictures are being made smaller. */
    preparing: uploads.some((one) => one.state === 'preparing'),
    /** The desk will not take one of them, however often it is tried. */
    refusedForGood: uploads.some((one) => one.error !== null && REFUSALS.has(one.error)),
    ready: uploads.flatMap((one) => (one.attachment ? [one.attachment] : [])),
  };
}

export type Uploads = ReturnType<typeof useUploads>;
