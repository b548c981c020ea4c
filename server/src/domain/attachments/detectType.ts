import { AppError } from '@tikethet/shared/errors';
import { fileTypeFromFile } from 'file-type';
import { extensionOf } from './fileName';
import { BY_MAGIC, FILE_TYPES, type FileType, type FileTypeName } from './fileTypes';
import { isText } from './isText';
import { oleKind } from './oleKind';

/** What a file is by its bytes; null: none of the types we know. */
async function readType(path: string, extension: string | null): Promise<FileTypeName | null> {
  const magic = await fileTypeFromFile(path);
  if (magic?.mime === 'application/x-cfb') return oleKind(path);
  const known = magic && BY_MAGIC[magic.mime];
  if (known) return known;
  // Text has no magic bytes, but may begin with somebody's (“BMW…”, “MZ…”); only here the name is
  // asked, and only which text it is.
  if (extension !== null && extension !== 'txt' && extension !== 'csv') return null;
  if (!(await isText(path))) return null;
  return extension === 'csv' ? 'csv' : 'txt';
}

const family = ({ kind }: FileType): string =>
  kind === 'AUDIO' || kind === 'VIDEO' ? 'media' : kind;

/**
 * Whether a name may stand on a file of this type. A picture that calls itself another kind of
 * picture is an everyday mistake; a name that hides what the file is, is not.
 */
function mayBeNamed(type: FileType, extension: string | null): boolean {
  if (extension === null || type.extensions.some((own) => own === extension)) return true;
  if (type.kind === 'FILE') return false;
  return Object.values<FileType>(FILE_TYPES).some(
    (other) => family(other) === family(type) && other.extensions.includes(extension),
  );
}

/**
 * The type of an uploaded file, by its bytes.
 * @throws AppError `file_type_not_allowed` when it is none of the allowed ones, or when its name
 * claims to be something else
 */
export async function requireAllowedType(path: string, name: string): Promise<FileType> {
  const extension = extensionOf(name);
  const found = await readType(path, extension);
  if (found === null || !mayBeNamed(FILE_TYPES[found], extension)) {
    throw new AppError('file_type_not_allowed', { fileName: name.slice(0, 200) });
  }
  return FILE_TYPES[found];
}

/** The type of any file; null: not one that we know, to be downloaded only. */
export async function recognizeType(path: string, name: string): Promise<FileType | null> {
  const found = await readType(path, extensionOf(name));
  return found === null ? null : FILE_TYPES[found];
}
