export interface ImageInfo {
  type: 'jpg' | 'png' | 'gif' | 'webp';
  width: number;
  height: number;
}

/** Type and pixel size of a JPEG, PNG, GIF or WebP from its own header; undefined for all else. */
export function readImage(body: Buffer): ImageInfo | undefined {
  if (body.length < 24) return undefined;
  if (body.readUInt32BE(0) === 0x89504e47)
    return { type: 'png', width: body.readUInt32BE(16), height: body.readUInt32BE(20) };
  if (body.toString('latin1', 0, 4) === 'GIF8')
    return { type: 'gif', width: body.readUInt16LE(6), height: body.readUInt16LE(8) };
  if (body.toString('latin1', 0, 4) === 'RIFF' && body.toString('latin1', 8, 12) === 'WEBP')
    return readWebp(body);
  if (body.readUInt16BE(0) === 0xffd8) return readJpeg(body);
  return undefined;
}

function readWebp(body: Buffer): ImageInfo | undefined {
  if (body.length < 30) return undefined;
  const chunk = body.toString('latin1', 12, 16);
  if (chunk === 'VP8X')
    return { type: 'webp', width: body.readUIntLE(24, 3) + 1, height: body.readUIntLE(27, 3) + 1 };
  if (chunk === 'VP8L') {
    const bits = body.readUInt32LE(21);
    return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return {
    type: 'webp',
    width: body.readUInt16LE(26) & 0x3fff,
    height: body.readUInt16LE(28) & 0x3fff,
  };
}

function readJpeg(body: Buffer): ImageInfo | undefined {
  let at = 2;
  while (at + 9 < body.length) {
    if (body[at] !== 0xff) return undefined;
    const marker = body[at + 1] ?? 0;
    // SOF0–SOF15 carry the size; C4, C8 and CC in that range are other segments.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: 'jpg', width: body.readUInt16BE(at + 7), height: body.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + body.readUInt16BE(at + 2);
  }
  return undefined;
}
