import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';

/** How documents that programs execute or render begin. */
const MARKUP = /^\s*(<!doctype|<html|<head|<body|<script|<svg|<\?xml|<\?php|<%|#!)/i;
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/;
/** Characters of the beginning that may give away a document that is more than text. */
const HEAD = 512;

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // Any encoding of one byte or of UTF-8: only the controls matter, which all of them share.
  return 'latin1';
}

/** Whether a file holds nothing but text, and does not begin like a page or a script. */
export async function isText(path: string): Promise<boolean> {
  let decoder: TextDecoder | null = null;
  let head = '';
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = decoder.decode(chunk, { stream: true });
    if (CONTROLS.test(text)) return false;
    if (head.length < HEAD) head += text.slice(0, HEAD);
  }
  return !MARKUP.test(head.replace(/^(\uFEFF|\u00ef\u00bb\u00bf)/, ''));
}
