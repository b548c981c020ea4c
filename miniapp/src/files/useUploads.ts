import { ApiError } from '@tikethet/shared/client';
import type { Attachment } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { useEffect, useRef, useState } from 'react';
import { requestKey } from '../api/requestKey';
import { uploadFile } from '../api/upload';
import { haptic } from '../init/telegram';

export interface Upload {
  key: string;
  file: File;
  /** A picture of it, where the browser can draw one. */
  preview: string | null;
  /** 0 to 1 */
  progress: number;
  state: 'uploading' | 'done' | 'failed';
  attachment: Attachment | null;
  error: ApiError['code'] | null;
}

const DRAWABLE = /^image\/(jpeg|png|gif|webp)$/;

function tooLarge(file: File): boolean {
  return file.size > (file.type.startsWith('image/') ? LIMITS.imageBytes : LIMITS.fileBytes);
}

/** Files on their way to the desk, each with progress, retry and removal. */
export function useUploads() {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [refused, setRefused] = useState(false);
  const aborts = useRef(new Map<string, AbortController>());
  const previews = useRef(new Set<string>());

  const change = (key: string, part: Partial<Upload>): void =>
    setUploads((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));

  async function run(upload: Upload): Promise<void> {
    const abort = new AbortController();
    aborts.current.set(upload.key, abort);
    try {
      if (tooLarge(upload.file))
        throw new ApiError(413, 'file_too_large', 'Checked before sending');
      const attachment = await uploadFile(upload.file, {
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

  function add(files: readonly File[]): void {
    const room = LIMITS.attachmentsPerMessage - uploads.length;
    setRefused(files.length > room);
    const fresh = files.slice(0, room).map((file): Upload => {
      const preview = DRAWABLE.test(file.type) ? URL.createObjectURL(file) : null;
      if (preview !== null) previews.current.add(preview);
      const key = requestKey();
      return { key, file, preview, progress: 0, state: 'uploading', attachment: null, error: null };
    });
    setUploads((now) => [...now, ...fresh]);
    for (const upload of fresh) void run(upload);
  }

  function retry(key: string): void {
    const upload = uploads.find((one) => one.key === key);
    if (!upload) return;
    change(key, { state: 'uploading', progress: 0, error: null });
    void run(upload);
  }

  function remove(key: string): void {
    aborts.current.get(key)?.abort();
    setRefused(false);
    setUploads((now) => now.filter((one) => one.key !== key));
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
    clear,
    busy: uploads.some((one) => one.state === 'uploading'),
    failed: uploads.some((one) => one.state === 'failed'),
    ready: uploads.flatMap((one) => (one.attachment ? [one.attachment] : [])),
  };
}

export type Uploads = ReturnType<typeof useUploads>;
