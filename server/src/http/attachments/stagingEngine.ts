import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import type { StorageEngine } from 'multer';
import { HEAD_BYTES, startsLikeImage } from '../../domain/attachments/fileTypes';
import type { FileStore } from '../../storage/fileStore';

/** Milliseconds for which we listen to the rest of a refused file before hanging up. */
const PATIENCE = 15_000;

/** Lets a file through until it is larger than its kind may be. */
function limited(): Transform {
  let head = Buffer.alloc(0);
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
      size += chunk.length;
      const limit = startsLikeImage(head) ? LIMITS.imageBytes : LIMITS.fileBytes;
      if (size > limit) done(new AppError('file_too_large', { limit }));
      else done(null, chunk);
    },
  });
}

/** Writes a multipart file to the store's staging place while it arrives. */
export function stagingEngine(store: FileStore): StorageEngine {
  return {
    _handleFile(request, file, callback) {
      const receive = async (): Promise<string> => {
        const path = await store.stage();
        try {
          await pipeline(
            file.stream,
            limited(),
            createWriteStream(path, { flags: 'wx', mode: 0o600 }),
          );
          return path;
        } catch (error) {
          await store.discard(path);
          throw error;
        }
      };
      receive().then(
        (path) => callback(null, { path }),
        (error: unknown) => {
          // The sender gets its answer when it has finished; one that does not finish gets none.
          const cut = setTimeout(() => request.destroy(), PATIENCE);
          request.once('close', () => clearTimeout(cut));
          callback(error);
        },
      );
    },
    _removeFile(_request, file, callback) {
      store.discard(file.path).then(() => callback(null), callback);
    },
  };
}
