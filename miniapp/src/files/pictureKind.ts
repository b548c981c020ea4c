/** Bytes of a file that tell whether its picture moves. */
export const HEAD_BYTES = 4_096;

const text = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/**
 * Whether a picture moves: drawing it once would leave its first frame only. By the beginning of
 * the file (RFC 9649 for WebP, the APNG specification: `acTL` stands before the first `IDAT`).
 */
export function isAnimated(type: string, head: Uint8Array): boolean {
  if (type === 'image/gif') return true;
  if (type === 'image/webp') {
    const extended = text(head, 0, 4) === 'RIFF' && text(head, 12, 4) === 'VP8X';
    return extended && ((head[20] ?? 0) & 0x02) !== 0;
  }
  if (type === 'image/png') {
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    for (let at = 8; at + 8 <= head.byteLength;) {
      const name = text(head, at + 4, 4);
      if (name === 'acTL') return true;
      if (name === 'IDAT') return false;
      at += 12 + view.getUint32(at);
    }
  }
  return false;
}

/** Width and height within `most`, in proportion; what fits stays as it is. */
export function fitInto(
  width: number,
  height: number,
  most: number,
): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
