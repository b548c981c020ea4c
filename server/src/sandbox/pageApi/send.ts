import type { Request } from 'express';
import { z } from 'zod';
import { parseMultipart } from '../botApi/multipart';
import { readAll } from '../botApi/readBody';
import { SandboxUseError } from '../control/act';
import type { SandboxControl } from '../control/control';
import { maxCaptionLength, maxTextLength } from '../text/formattedText';

/** People may send far larger files than bots may fetch; this is enough to meet that limit. */
const maxBytes = 64 * 1024 * 1024;

const fields = z.object({
  text: z.string().trim().default(''),
  replyTo: z.coerce.number().int().optional(),
  /** Part of that message. */
  quote: z.string().min(1).max(1_024).optional(),
  /** How files are sent; a voice message is one file. */
  as: z.enum(['photo', 'document', 'voice', 'video', 'sticker']).default('document'),
  duration: z.coerce.number().min(0).max(36_000).optional(),
});

/** A message from the page: multipart with text and up to ten `files`. */
export async function receiveMessage(
  control: SandboxControl,
  personId: number,
  request: Request,
): Promise<void> {
  const body = await readAll(request, maxBytes);
  const parsed = parseMultipart(body, request.headers['content-type'] ?? '');
  if (parsed === null) throw new SandboxUseError('A multipart form is expected');
  const { text, replyTo, quote, as, duration } = fields.parse(parsed.fields);
  const files = parsed.uploads.map(({ file }) => file);
  if (files.length > 10) throw new SandboxUseError('An album holds ten files at most');
  const first = files[0];
  if (first === undefined) {
    if (text === '') throw new SandboxUseError('There is nothing to send');
    for (const part of chunks(text, maxTextLength))
      control.sendText(personId, part, { replyTo, quote });
    return;
  }
  const caption = text.slice(0, maxCaptionLength);
  const options = { replyTo, quote, caption, duration, fileName: first.name };
  if (as === 'voice') control.sendVoice(personId, first.body, options);
  else if (as === 'sticker') control.sendSticker(personId, first.body, options);
  else if (as === 'video') control.sendVideo(personId, first.body, options);
  else control.sendFiles(personId, as, files, options);
}

/** Telegram's apps split a long text into several messages. */
function chunks(text: string, size: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += size) parts.push(text.slice(at, at + size));
  return parts;
}
