import type { Upload } from './params';

export interface Multipart {
  fields: Record<string, string>;
  uploads: { field: string; file: Upload }[];
}

/**
 * Parses a multipart/form-data body. Written here because the usual parsers drop parts whose file
 * name is unquoted and not a plain token, which is how grammY sends "отчёт 1.pdf" and Telegram takes it.
 * Returns null when the body has no proper boundary.
 */
export function parseMultipart(body: Buffer, contentType: string): Multipart | null {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) return null;
  const result: Multipart = { fields: {}, uploads: [] };
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const head = start + delimiter.length + 2;
    const next = body.indexOf(Buffer.from(`\r\n--${boundary}`), head - 2);
    if (next === -1) break;
    readPart(body.subarray(head, next), result);
    start = next + 2;
  }
  return result;
}

function readPart(part: Buffer, into: Multipart): void {
  const gap = part.indexOf('\r\n\r\n');
  if (gap === -1) return;
  const headers = part.subarray(0, gap).toString('utf8');
  const content = part.subarray(gap + 4);
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const field = /;\s*name=(?:"([^"]*)"|([^;]+))/i.exec(disposition);
  const name = field?.[1] ?? field?.[2]?.trim();
  if (name === undefined) return;
  const fileName = readFileName(disposition);
  if (fileName === undefined) into.fields[name] = content.toString('utf8');
  else into.uploads.push({ field: name, file: { name: fileName, body: Buffer.from(content) } });
}

function readFileName(disposition: string): string | undefined {
  const extended = /;\s*filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended.trim());
    } catch {
      return extended.trim();
    }
  }
  const plain = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^;]*))/i.exec(disposition);
  if (plain === null) return undefined;
  return (plain[1]?.replace(/\\(.)/g, '$1').replaceAll('%22', '"') ?? plain[2] ?? '').trim();
}
