const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const APPLICATION = 0xff;
const GRAPHIC_CONTROL = 0xf9;
/** Application extensions that say how often an animation repeats; the others carry metadata. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/**
 * The same GIF, bit for bit in its pictures, without comments, XMP and whatever follows its end.
 * (Encoding an animation anew would cost seconds and colours.) Layout: GIF89a, section 15 on.
 * @throws RangeError when it is damaged
 */
export function stripGif(source: Buffer): { bytes: Buffer; width: number; height: number } {
  const kept: Buffer[] = [];
  let at = 13 + colourTable(source.readUInt8(10));
  kept.push(part(source, 0, at));
  for (;;) {
    const block = source.readUInt8(at);
    if (block === TRAILER) {
      kept.push(part(source, at, at + 1));
      return {
        bytes: Buffer.concat(kept),
        width: source.readUInt16LE(6),
        height: source.readUInt16LE(8),
      };
    }
    const head =
      block === IMAGE
        ? at + 11 + colourTable(source.readUInt8(at + 9))
        : block === EXTENSION
          ? at + 2
          : damaged();
    const end = afterSubBlocks(source, head);
    if (block === IMAGE || isWanted(source, at)) kept.push(part(source, at, end));
    at = end;
  }
}

function damaged(): never {
  throw new RangeError('damaged GIF');
}

function part(source: Buffer, start: number, end: number): Buffer {
  return end <= source.length ? source.subarray(start, end) : damaged();
}

/** Bytes of the colour table that a packed field announces. */
function colourTable(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 << ((packed & 7) + 1);
}

function afterSubBlocks(source: Buffer, start: number): number {
  let at = start;
  for (;;) {
    const length = source.readUInt8(at);
    at += length + 1;
    if (length === 0) return at;
  }
}

function isWanted(source: Buffer, at: number): boolean {
  const label = source.readUInt8(at + 1);
  if (label !== APPLICATION) return label === GRAPHIC_CONTROL;
  return LOOPS.has(source.toString('latin1', at + 3, at + 14));
}
