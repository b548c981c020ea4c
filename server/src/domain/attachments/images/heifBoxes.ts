/** A box of an ISO media file (ISO/IEC 14496-12): where its content lies. */
export interface Box {
  type: string;
  start: number;
  end: number;
}

/** Boxes between two positions. @throws RangeError when one reaches beyond */
export function boxesIn(source: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    let size = source.readUInt32BE(at);
    let head = 8;
    if (size === 1) {
      size = Number(source.readBigUInt64BE(at + 8));
      head = 16;
    } else if (size === 0) size = to - at;
    if (size < head || at + size > to) throw new RangeError('damaged box');
    const type = source.toString('latin1', at + 4, at + 8);
    boxes.push({ type, start: at + head, end: at + size });
    at += size;
  }
  return boxes;
}

/** Reads numbers one after the other. */
export class Cursor {
  constructor(
    private readonly source: Buffer,
    private at: number,
  ) {}

  get position(): number {
    return this.at;
  }

  /** @param bytes 0 to 8 */
  uint(bytes: number): number {
    let value = 0;
    for (let n = 0; n < bytes; n += 1) value = value * 256 + this.source.readUInt8(this.at + n);
    this.at += bytes;
    return value;
  }
}
