import { inflateSync } from 'node:zlib';
import { makePng } from '../../server/src/sandbox/testKit';

/** A small PNG of one colour per number, so that no two are the same picture. */
export function numberedPng(number: number): Buffer {
  // Sizes tell pictures apart as well as colours do.
  return makePng(8 + (number % 61), 8 + Math.floor(number / 61));
}

interface Picture {
  width: number;
  height: number;
  pixels: Buffer;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Undoes PNG's row filters. @see https://www.w3.org/TR/png-3/#9Filters */
function unfilter(raw: Buffer, width: number, height: number, size: number): Buffer {
  const row = width * size;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x >= size ? (pixels[at - size] ?? 0) : 0;
      const up = y > 0 ? (pixels[at - row] ?? 0) : 0;
      const corner = x >= size && y > 0 ? (pixels[at - row - size] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[at] = (raw[y * (row + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return pixels;
}

/** The pixels of an 8-bit RGB PNG without interlacing. @throws for every other file */
export function readPng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const form = file.subarray(24, 29);
  if (form[0] !== 8 || form[1] !== 2 || form[4] !== 0) {
    throw new Error(`not an 8-bit RGB PNG: ${form.toString('hex')}`);
  }
  const data: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(file.subarray(at + 8, at + 8 + length));
    }
    at += 12 + length;
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width, height, 3) };
}

/** Whether two PNG files show the same, pixel by pixel. */
export function samePicture(one: Buffer, other: Buffer): boolean {
  const [a, b] = [readPng(one), readPng(other)];
  return a.width === b.width && a.height === b.height && a.pixels.equals(b.pixels);
}
