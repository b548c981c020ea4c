import { AppError } from '@tikethet/shared/errors';
import { LIMITS } from '@tikethet/shared/tickets';
import type { Request, RequestHandler, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { FileStore } from '../../storage/fileStore';
import { stagingEngine } from './stagingEngine';

const FIELD = 'file';
/** Bytes around the file: boundaries and part headers. */
const ENVELOPE = 16 * 1024;

export interface StagedUpload {
  path: string;
  /** As the sender's program gave it. */
  name: string;
}

function invalid(path: string, message: string): AppError {
  return new AppError('validation_failed', { issues: [{ path, message }] });
}

function toUploadError(error: unknown): Error {
  if (error instanceof AppError) return error;
  if (error instanceof MulterError) return invalid(error.field ?? '', error.message);
  // Ours (a full disk); everything else is the parser's opinion of the body.
  if (error instanceof Error && 'syscall' in error) return error;
  return invalid('', error instanceof Error ? error.message : String(error));
}

/** Reads bodies that consist of one file, to a staged path that the caller owns. */
export class MultipartReader {
  readonly #single: RequestHandler;

  constructor(store: FileStore) {
    this.#single = multer({
      storage: stagingEngine(store),
      // Browsers send names in UTF-8.
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 0, parts: 1, fieldNameSize: 100, headerPairs: 20 },
    }).single(FIELD);
  }

  /**
   * @throws AppError `unsupported_media_type`, `file_too_large`, `validation_failed`
   */
  async read(request: Request, response: Response): Promise<StagedUpload> {
    if (!request.is('multipart/form-data')) throw new AppError('unsupported_media_type');
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > LIMITS.fileBytes + ENVELOPE) {
      throw new AppError('file_too_large', { limit: LIMITS.fileBytes });
    }
    await new Promise<void>((resolve, reject) => {
      void this.#single(request, response, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(toUploadError(error));
      });
    });
    const { file } = request;
    if (file === undefined) throw invalid(FIELD, 'a file is missing');
    return { path: file.path, name: file.originalname };
  }
}
